import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import type { RequestHandler } from '../local-server.ts';
import type { AccessControl } from './access.ts';
import { denialMessage } from './access-denied.ts';
import { accessKeyIdOf } from './caller.ts';

export interface SnsGatewayOptions {
  readonly access: Pick<AccessControl, 'roleOf' | 'allows'>;
  readonly onDenied: (message: string) => void;
  /** Hears of every message, as one line of JSON: nobody is mailed from a laptop. */
  readonly log: (line: string) => void;
}

const publishSchema = z.object({
  Action: z.literal('Publish'),
  TopicArn: z.string().startsWith('arn:'),
  Subject: z
    .string()
    .regex(/^[ -~]{1,100}$/)
    .optional(),
  Message: z.string().min(1),
});

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html to a topic, and nothing else. */
export function snsGateway({ access, onDenied, log }: SnsGatewayOptions): RequestHandler {
  return async (request, response) => {
    const form = Object.fromEntries(new URLSearchParams(await text(request)));
    const published = publishSchema.safeParse(form);
    if (!published.success) {
      const message = 'The local run knows Publish to a topic only, with a subject of at most 100 characters';
      return refuse(response, 400, 'InvalidParameter', message);
    }
    const { TopicArn, Subject, Message } = published.data;
    const role = access.roleOf(accessKeyIdOf(request));
    const permission = { action: 'sns:Publish', resource: TopicArn };
    if (role !== null && !(await access.allows(role, permission))) {
      const message = denialMessage(role, permission);
      onDenied(message);
      return refuse(response, 403, 'AuthorizationError', message);
    }
    log(`${JSON.stringify({ topic: TopicArn, subject: Subject ?? null, message: Message })}\n`);
    const result = `<PublishResult><MessageId>${randomUUID()}</MessageId></PublishResult>`;
    answer(response, 200, `<PublishResponse xmlns="${NAMESPACE}">${result}</PublishResponse>`);
  };
}

const NAMESPACE = 'http://sns.amazonaws.com/doc/2010-03-31/';

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  answer(response, status, `<ErrorResponse xmlns="${NAMESPACE}">${error}</ErrorResponse>`);
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
}
