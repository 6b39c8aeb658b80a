import type { StackDefinition } from './stack.ts';

const API_GATEWAY = 'apigateway.amazonaws.com';

/** What AWS would refuse only when it is used: throws an error that names what is missing. */
export function assertConsistent(stack: StackDefinition): void {
  const { functions, httpApi, mappings, notifications, queues } = stack;
  for (const { routeKey, functionName } of httpApi?.routes ?? []) {
    const target = functions.find(({ name }) => name === functionName);
    if (target === undefined) throw new Error(`The route ${routeKey} leads to no function of the template`);
    if (target.invokers.includes(API_GATEWAY)) continue;
    throw new Error(`${routeKey}: no AWS::Lambda::Permission lets ${API_GATEWAY} invoke ${target.name}`);
  }
  const queueArns = new Set(queues.map(({ arn }) => arn));
  for (const { queueArn } of [...mappings, ...notifications]) {
    if (!queueArns.has(queueArn)) throw new Error(`${queueArn} is no queue of the template`);
  }
  for (const { functionName, queueArn } of mappings) {
    if (functions.some(({ name }) => name === functionName)) continue;
    throw new Error(`The queue ${queueArn} feeds ${functionName}, which is no function of the template`);
  }
}
