import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import { callSqs } from '../engines/sqs.ts';
import { receivedSchema } from '../events/sqs-event.ts';
import type { RequestHandler } from '../local-server.ts';
import type { QueueDefinition } from '../template/queues.ts';
import type { AccessControl } from './access.ts';
import { denialMessage, denyAwsJson } from './access-denied.ts';
import { accessKeyIdOf } from './caller.ts';

const OPERATION = 'AmazonSQS.StartMessageMoveTask';

/** The most that SQS hands over in one receive. */
const BATCH_SIZE = 10;

const bodySchema = z.object({ SourceArn: z.string() });
const redriveSchema = z.object({ deadLetterTargetArn: z.string() });

export interface MoveTaskOptions {
  readonly engineUrl: string;
  readonly queues: readonly QueueDefinition[];
  readonly access: AccessControl;
  readonly onDenied: (message: string) => void;
}

/**
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html, which the engine
 * does not know: moves what is in a dead-letter queue back to the queue it came from. It is done when it answers.
 */
export function withMoveTasks(next: RequestHandler, options: MoveTaskOptions): RequestHandler {
  return async (request, response) => {
    if (request.headers['x-amz-target'] !== OPERATION) return next(request, response);
    return startMoveTask(request, response, options);
  };
}

async function startMoveTask(
  request: IncomingMessage,
  response: ServerResponse,
  { engineUrl, queues, access, onDenied }: MoveTaskOptions,
): Promise<void> {
  const role = access.roleOf(accessKeyIdOf(request));
  if (role !== null) {
    const message = denialMessage(role, null);
    onDenied(message);
    return denyAwsJson(response, message);
  }
  const body = bodySchema.safeParse(await json(request).catch(() => null));
  const from = queues.find(({ arn }) => arn === body.data?.SourceArn);
  const to = from && queues.find((queue) => deadLettersOf(queue) === from.arn);
  if (from === undefined || to === undefined) {
    const message = 'Source queue must be configured as a Dead Letter Queue.';
    return answer(response, 400, { __type: 'com.amazonaws.sqs#InvalidParameterValue', message });
  }
  await moveAll(engineUrl, from.url, to.url);
  return answer(response, 200, { TaskHandle: randomUUID() });
}

/** The ARN of the queue's dead-letter queue; null when it has none. */
function deadLettersOf({ attributes: { RedrivePolicy } }: QueueDefinition): string | null {
  return RedrivePolicy === undefined
    ? null
    : redriveSchema.parse(JSON.parse(RedrivePolicy)).deadLetterTargetArn;
}

async function moveAll(engineUrl: string, from: string, to: string): Promise<void> {
  for (;;) {
    const received = await callSqs(engineUrl, 'ReceiveMessage', {
      QueueUrl: from,
      MaxNumberOfMessages: BATCH_SIZE,
    });
    const { Messages } = receivedSchema.parse(received);
    if (Messages.length === 0) return;
    for (const { Body, ReceiptHandle } of Messages) {
      await callSqs(engineUrl, 'SendMessage', { QueueUrl: to, MessageBody: Body });
      await callSqs(engineUrl, 'DeleteMessage', { QueueUrl: from, ReceiptHandle });
    }
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
}
