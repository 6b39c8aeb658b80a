import type { ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import type { LocalEventBus } from '../events/event-bus.ts';
import type { RequestHandler } from '../local-server.ts';
import { arn } from '../template/account.ts';
import type { AccessControl } from './access.ts';
import { denialMessage, denyAwsJson } from './access-denied.ts';
import { accessKeyIdOf } from './caller.ts';

export interface EventBusGatewayOptions {
  readonly bus: Pick<LocalEventBus, 'put'>;
  readonly access: Pick<AccessControl, 'roleOf' | 'allows'>;
  readonly onDenied: (message: string) => void;
}

/** At most as many entries as EventBridge takes in one request. */
const bodySchema = z.object({
  Entries: z
    .array(
      z.object({
        EventBusName: z.string().default('default'),
        Source: z.string().min(1),
        DetailType: z.string().min(1),
        Detail: z.string(),
      }),
    )
    .min(1)
    .max(10),
});

type Entry = z.output<typeof bodySchema>['Entries'][number];

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html and nothing else. */
export function eventBusGateway({ bus, access, onDenied }: EventBusGatewayOptions): RequestHandler {
  return async (request, response) => {
    const body = bodySchema.safeParse(await json(request).catch(() => null));
    if (request.headers['x-amz-target'] !== 'AWSEvents.PutEvents' || !body.success) {
      const message = 'The local run knows PutEvents only, with 1 to 10 entries';
      return answer(response, 400, { __type: 'ValidationException', message });
    }
    const role = access.roleOf(accessKeyIdOf(request));
    for (const { EventBusName } of body.data.Entries) {
      const resource = EventBusName.startsWith('arn:')
        ? EventBusName
        : arn('events', `event-bus/${EventBusName}`);
      const permission = { action: 'events:PutEvents', resource };
      if (role === null || (await access.allows(role, permission))) continue;
      const message = denialMessage(role, permission);
      onDenied(message);
      return denyAwsJson(response, message);
    }
    const Entries = body.data.Entries.map((entry) => putEntry(bus, entry));
    const FailedEntryCount = Entries.filter((entry) => 'ErrorCode' in entry).length;
    answer(response, 200, { FailedEntryCount, Entries });
  };
}

/** An entry that cannot be taken does not keep the others out. */
function putEntry(bus: EventBusGatewayOptions['bus'], { Source, DetailType, Detail }: Entry) {
  const detail = parseObject(Detail);
  if (detail === null) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  return { EventId: bus.put({ source: Source, detailType: DetailType, detail }) };
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
}
