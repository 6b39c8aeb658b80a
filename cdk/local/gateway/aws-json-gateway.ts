import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { RequestHandler } from '../local-server.ts';
import type { AccessControl, Permission } from './access.ts';
import { denialMessage, denyAwsJson } from './access-denied.ts';
import { accessKeyIdOf } from './caller.ts';
import { forward, sendBack, withoutHopByHop } from './forward.ts';

export interface AwsJsonGatewayOptions {
  readonly engineUrl: string;
  readonly access: AccessControl;
  readonly permissionsOf: (target: string, body: unknown) => readonly Permission[];
  readonly onDenied: (message: string) => void;
}

/** In front of DynamoDB or SQS: lets a role do only what its policies in the template allow. */
export function awsJsonGateway(options: AwsJsonGatewayOptions): RequestHandler {
  const { access, engineUrl, onDenied, permissionsOf } = options;
  return async (request, response) => {
    // Whole before it is sent on: dynalite ends itself when a caller dies in the middle of a request.
    const body = await buffer(request);
    const role = access.roleOf(accessKeyIdOf(request));
    if (role !== null) {
      for (const permission of permissionsOf(targetOf(request), parse(body))) {
        if (await access.allows(role, permission)) continue;
        const message = denialMessage(role, permission);
        onDenied(message);
        return denyAwsJson(response, message);
      }
    }
    const headers = { ...withoutHopByHop(request.headers), 'content-length': body.length };
    const url = new URL(`${engineUrl}${request.url ?? '/'}`);
    await sendBack(await forward({ url, method: request.method ?? 'POST', headers, body }), response);
  };
}

function targetOf(request: IncomingMessage): string {
  const target = request.headers['x-amz-target'];
  return typeof target === 'string' ? target : '';
}

/** Null for what is no JSON, which the engine refuses in its own words. */
function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
