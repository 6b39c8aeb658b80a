import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AsyncInvocations } from '../events/async-invocations.ts';
import type { RequestHandler } from '../local-server.ts';
import type { FunctionDefinition } from '../template/functions.ts';
import type { AccessControl } from './access.ts';
import { denialMessage } from './access-denied.ts';
import { accessKeyIdOf } from './caller.ts';

export interface LambdaGatewayOptions {
  readonly functions: readonly FunctionDefinition[];
  readonly invocations: AsyncInvocations;
  readonly access: AccessControl;
  readonly onDenied: (message: string) => void;
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html, asynchronous only: nothing here needs the other. */
export function lambdaGateway({
  functions,
  invocations,
  access,
  onDenied,
}: LambdaGatewayOptions): RequestHandler {
  return async (request, response) => {
    const payload = await text(request);
    const target = functionOf(request, functions);
    if (target === null) {
      return refuse(response, 404, 'ResourceNotFoundException', 'The local run has no such function');
    }
    const role = access.roleOf(accessKeyIdOf(request));
    const permission = { action: 'lambda:InvokeFunction', resource: target.arn };
    if (role !== null && !(await access.allows(role, permission))) {
      const message = denialMessage(role, permission);
      onDenied(message);
      return refuse(response, 403, 'AccessDeniedException', message);
    }
    if (request.headers['x-amz-invocation-type'] !== 'Event') {
      const message = 'The local run invokes functions by InvocationType Event only';
      return refuse(response, 400, 'InvalidParameterValueException', message);
    }
    const event = parse(payload);
    if (event === undefined) {
      return refuse(response, 400, 'InvalidRequestContentException', 'The payload is no JSON');
    }
    const requestId = invocations.accept(target.arn, event);
    response.writeHead(202, { 'x-amzn-requestid': requestId, 'content-length': 0 }).end();
  };
}

/** A function may be named by its ARN. Null when the path is of no function of the template. */
function functionOf(
  { method, url }: IncomingMessage,
  functions: readonly FunctionDefinition[],
): FunctionDefinition | null {
  const [, name = ''] = /^\/2015-03-31\/functions\/([^/?]+)\/invocations$/.exec(url ?? '') ?? [];
  const decoded = decodeURIComponent(name);
  const found = functions.find((candidate) => candidate.name === decoded || candidate.arn === decoded);
  return method === 'POST' ? (found ?? null) : null;
}

/** Without a payload the event is an empty object, as on Lambda. Undefined for what is no JSON. */
function parse(payload: string): unknown {
  try {
    return JSON.parse(payload || '{}');
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, type: string, message: string): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type })
    .end(JSON.stringify({ Type: 'User', Message: message }));
}
