import * as z from 'zod';
import { type Schedule, scheduleOf } from '../events/schedule-times.ts';
import type { Resolver } from './resolver.ts';
import { type RuleTarget, readRules, ruleProperties } from './rules.ts';
import type { Template } from './template.ts';

const scheduleExpression = z.string().transform((expression, context): Schedule => {
  const schedule = scheduleOf(expression);
  if (schedule !== null) return schedule;
  context.addIssue('neither cron(...) nor rate(...) as EventBridge writes them');
  return z.NEVER;
});

const schema = ruleProperties.extend({ ScheduleExpression: scheduleExpression });

/** A function that is invoked at certain times. */
export interface ScheduleDefinition extends RuleTarget {
  readonly schedule: Schedule;
}

export function readSchedules(template: Template, resolver: Resolver): ScheduleDefinition[] {
  return readRules(template, resolver, { schema, withPattern: false }).flatMap(({ properties, targets }) =>
    targets.map((target) => ({ ...target, schedule: properties.ScheduleExpression })),
  );
}
