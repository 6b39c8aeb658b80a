import * as z from 'zod';
import { arnSchema, readResources, withoutLocalEffect } from './properties.ts';
import type { Resolver } from './resolver.ts';
import { resourcesOfType, type Template } from './template.ts';

/** JSON, as a constant event is given. */
const constantInput = z.string().transform((text, context): { readonly json: unknown } => {
  try {
    return { json: JSON.parse(text) };
  } catch {
    context.addIssue('no JSON');
    return z.NEVER;
  }
});

/** Of every rule, whatever fires it. */
export const ruleProperties = z.strictObject({
  Name: z.string().optional(),
  State: z.literal('ENABLED').optional(),
  Targets: z.array(
    z.strictObject({
      Id: z.string(),
      Arn: arnSchema,
      Input: constantInput.optional(),
      // For events that Lambda does not take in; the local run takes all of them in.
      DeadLetterConfig: z.strictObject({ Arn: arnSchema }).optional(),
      RetryPolicy: withoutLocalEffect,
    }),
  ),
  Description: withoutLocalEffect,
  Tags: withoutLocalEffect,
});

/** A function that a rule invokes. */
export interface RuleTarget {
  readonly ruleName: string;
  readonly ruleArn: string;
  readonly functionArn: string;
  /** The constant event; null for the one that EventBridge makes or matches. */
  readonly input: { readonly json: unknown } | null;
  /** Where EventBridge puts what it could not deliver. */
  readonly deadLetterArn: string | null;
}

type Rule = z.output<typeof ruleProperties>;

/** The rules that have an event pattern, or those that have none and so have a schedule. */
export function readRules<Properties extends Rule>(
  template: Template,
  resolver: Resolver,
  { schema, withPattern }: { readonly schema: z.ZodType<Properties>; readonly withPattern: boolean },
): { readonly properties: Properties; readonly targets: readonly RuleTarget[] }[] {
  const Resources = Object.fromEntries(
    resourcesOfType(template, 'AWS::Events::Rule').filter(
      ([, { Properties }]) => 'EventPattern' in Properties === withPattern,
    ),
  );
  return readResources({ Resources }, resolver, schema, 'AWS::Events::Rule').map(
    ([logicalId, properties]) => ({ properties, targets: targetsOf(resolver, logicalId, properties) }),
  );
}

function targetsOf(resolver: Resolver, logicalId: string, { Targets }: Rule): RuleTarget[] {
  const { ref, attributes } = resolver.identity(logicalId);
  return Targets.map(({ Arn, Input, DeadLetterConfig }) => ({
    ruleName: ref,
    ruleArn: attributes.Arn ?? '',
    functionArn: Arn,
    input: Input ?? null,
    deadLetterArn: DeadLetterConfig?.Arn ?? null,
  }));
}
