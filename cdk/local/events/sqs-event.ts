import * as z from 'zod';
import { REGION } from '../template/account.ts';

/** The answer to ReceiveMessage. */
export const receivedSchema = z.object({
  Messages: z
    .array(
      z.object({
        MessageId: z.string(),
        ReceiptHandle: z.string(),
        Body: z.string(),
        MD5OfBody: z.string(),
        Attributes: z.record(z.string(), z.string()).default({}),
        MessageAttributes: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .default([]),
});

export type ReceivedMessage = z.output<typeof receivedSchema>['Messages'][number];

/** The event that Lambda gives a function for messages of a queue. */
export function sqsEvent(queueArn: string, messages: readonly ReceivedMessage[]): unknown {
  return {
    Records: messages.map((message) => ({
      messageId: message.MessageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body,
      attributes: message.Attributes,
      messageAttributes: message.MessageAttributes,
      md5OfBody: message.MD5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion: REGION,
    })),
  };
}

const responseSchema = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullable();

/**
 * The messages to try again, by what the function answered (JSON): none for an empty answer, all for one that Lambda
 * cannot read or that names a message which was not in the batch.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export function failedMessages(
  result: string,
  batch: readonly ReceivedMessage[],
): readonly ReceivedMessage[] {
  const parsed = responseSchema.safeParse(JSON.parse(result));
  if (!parsed.success) return batch;
  const failed = new Set(parsed.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier));
  const known = batch.filter(({ MessageId }) => failed.has(MessageId));
  return known.length === failed.size ? known : batch;
}
