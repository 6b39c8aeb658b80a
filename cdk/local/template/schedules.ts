import * as z from 'zod';
import { type Schedule, scheduleOf } from '../events/schedule-times.ts';
import { arnSchema, readResources, withoutLocalEffect } from './properties.ts';
import type { Resolver } from './resolver.ts';
import type { Template } from './template.ts';

const scheduleExpression = z.string().transform((expression, context): Schedule => {
  const schedule = scheduleOf(expression);
  if (schedule !== null) return schedule;
  context.addIssue('neither cron(...) nor rate(...) as EventBridge writes them');
  return z.NEVER;
});

/** JSON, as a constant event is given. */
const constantInput = z.string().transform((text, context): { readonly json: unknown } => {
  try {
    return { json: JSON.parse(text) };
  } catch {
    context.addIssue('no JSON');
    return z.NEVER;
  }
});

const ruleProperties = z.strictObject({
  Name: z.string().optional(),
  ScheduleExpression: scheduleExpression,
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

/** A function that is invoked at certain times. */
export interface ScheduleDefinition {
  readonly ruleName: string;
  readonly ruleArn: string;
  readonly schedule: Schedule;
  readonly functionArn: string;
  /** The constant event; null for the one that EventBridge makes. */
  readonly input: { readonly json: unknown } | null;
  /** Where EventBridge puts what it could not deliver. */
  readonly deadLetterArn: string | null;
}

export function readSchedules(template: Template, resolver: Resolver): ScheduleDefinition[] {
  const rules = readResources(template, resolver, ruleProperties, 'AWS::Events::Rule');
  return rules.flatMap(([logicalId, { ScheduleExpression, Targets }]) => {
    const { ref, attributes } = resolver.identity(logicalId);
    return Targets.map(({ Arn, Input, DeadLetterConfig }) => ({
      ruleName: ref,
      ruleArn: attributes.Arn ?? '',
      schedule: ScheduleExpression,
      functionArn: Arn,
      input: Input ?? null,
      deadLetterArn: DeadLetterConfig?.Arn ?? null,
    }));
  });
}
