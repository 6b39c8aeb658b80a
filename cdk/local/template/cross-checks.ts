import type { FunctionDefinition } from './functions.ts';
import type { StackDefinition } from './stack.ts';

const API_GATEWAY = 'apigateway.amazonaws.com';
const EVENTBRIDGE = 'events.amazonaws.com';

/** What AWS would refuse only when it is used: throws an error that names what is missing. */
export function assertConsistent(stack: StackDefinition): void {
  assertInvokersAllowed(stack);
  assertQueuesThere(stack);
  for (const { functionName, queueArn } of stack.mappings) {
    if (stack.functions.some(({ name }) => name === functionName)) continue;
    throw new Error(`The queue ${queueArn} feeds ${functionName}, which is no function of the template`);
  }
  for (const { functionName } of stack.asyncSettings) {
    if (stack.functions.some(({ name }) => name === functionName)) continue;
    throw new Error(`An AWS::Lambda::EventInvokeConfig is of ${functionName}, no function of the template`);
  }
}

function assertInvokersAllowed({ functions, httpApi, schedules, eventRules }: StackDefinition): void {
  for (const { routeKey, functionName, authorizerName } of httpApi?.routes ?? []) {
    for (const called of authorizerName === null ? [functionName] : [authorizerName, functionName]) {
      const target = functions.find(({ name }) => name === called);
      if (target === undefined) throw new Error(`The route ${routeKey} leads to no function of the template`);
      assertInvoker(API_GATEWAY, target, routeKey);
    }
  }
  for (const { ruleName, functionArn } of [...schedules, ...eventRules]) {
    const target = functions.find(({ arn }) => arn === functionArn);
    if (target === undefined) throw new Error(`The rule ${ruleName} leads to no function of the template`);
    assertInvoker(EVENTBRIDGE, target, ruleName);
  }
}

function assertInvoker(service: string, target: FunctionDefinition, place: string): void {
  if (target.invokers.includes(service)) return;
  throw new Error(`${place}: no AWS::Lambda::Permission lets ${service} invoke ${target.name}`);
}

function assertQueuesThere({
  queues,
  mappings,
  notifications,
  asyncSettings,
  schedules,
  eventRules,
}: StackDefinition): void {
  const named = [
    ...[...mappings, ...notifications].map(({ queueArn }) => queueArn),
    ...asyncSettings.map(({ failureQueueArn }) => failureQueueArn),
    ...[...schedules, ...eventRules].map(({ deadLetterArn }) => deadLetterArn),
  ];
  for (const queueArn of named) {
    if (queueArn === null || queues.some(({ arn }) => arn === queueArn)) continue;
    throw new Error(`${queueArn} is no queue of the template`);
  }
}
