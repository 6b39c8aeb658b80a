import * as z from 'zod';
import { arn } from '../template/account.ts';
import type { Permission } from './access.ts';

const bodySchema = z.object({ QueueUrl: z.string().optional(), QueueName: z.string().optional() });

/** The permissions of an SQS request: `target` is its X-Amz-Target header. */
export function sqsPermissions(target: string, body: unknown): readonly Permission[] {
  // IAM knows no actions for batches: each needs that of the single call.
  const operation = target.slice(target.indexOf('.') + 1).replace(/Batch$/, '');
  const parsed = bodySchema.safeParse(body);
  const { QueueUrl, QueueName } = parsed.success ? parsed.data : {};
  const queue = QueueName ?? QueueUrl?.split('/').at(-1);
  return [{ action: `sqs:${operation}`, resource: queue === undefined ? '*' : arn('sqs', queue) }];
}
