import * as z from 'zod';
import type { EventPattern } from '../events/event-pattern.ts';
import type { Resolver } from './resolver.ts';
import { type RuleTarget, readRules, ruleProperties } from './rules.ts';
import type { Template } from './template.ts';

/** Values to be equal to, and objects of them: whatever else EventBridge can match is not known here. */
const pattern: z.ZodType<EventPattern> = z.lazy(() =>
  z.record(
    z.string(),
    z.union([z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).min(1), pattern]),
  ),
);

const schema = ruleProperties.extend({
  EventBusName: z.literal('default').optional(),
  EventPattern: pattern,
});

/** A function that is invoked with the events on the default bus that match. */
export interface EventRuleDefinition extends RuleTarget {
  readonly pattern: EventPattern;
}

export function readEventRules(template: Template, resolver: Resolver): EventRuleDefinition[] {
  return readRules(template, resolver, { schema, withPattern: true }).flatMap(({ properties, targets }) =>
    targets.map((target) => ({ ...target, pattern: properties.EventPattern })),
  );
}
