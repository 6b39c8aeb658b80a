import type { AccessControl, Permission } from '../gateway/access.ts';
import { bucketArn } from '../template/account.ts';
import type { StackDefinition } from '../template/stack.ts';

/** AWS refuses to set up a delivery to a queue that is not allowed; so does this. Throws an error that names it. */
export async function assertDeliveriesAllowed(
  { notifications, schedules, eventRules, asyncSettings, functions, roles }: StackDefinition,
  access: AccessControl,
): Promise<void> {
  for (const { bucket, queueArn } of notifications) {
    const allowed = await access.allowsService('s3.amazonaws.com', sending(queueArn, bucketArn(bucket)));
    if (allowed) continue;
    throw new Error(`The policy of ${queueArn} does not let the bucket ${bucket} send its notifications`);
  }
  for (const { ruleName, ruleArn, deadLetterArn } of [...schedules, ...eventRules]) {
    if (deadLetterArn === null) continue;
    if (await access.allowsService('events.amazonaws.com', sending(deadLetterArn, ruleArn))) continue;
    throw new Error(`The policy of ${deadLetterArn} does not let the rule ${ruleName} send its dead letters`);
  }
  for (const { functionName, failureQueueArn } of asyncSettings) {
    if (failureQueueArn === null) continue;
    const { roleArn } = functions.find(({ name }) => name === functionName) ?? {};
    const role = roles.find(({ arn }) => arn === roleArn);
    const allowed = role !== undefined && (await access.allows(role, sending(failureQueueArn)));
    if (!allowed) throw new Error(`The role of ${functionName} may not tell ${failureQueueArn} of failures`);
  }
}

function sending(resource: string, source?: string): Permission {
  return {
    action: 'sqs:SendMessage',
    resource,
    ...(source !== undefined && { context: { 'aws:SourceArn': source } }),
  };
}
