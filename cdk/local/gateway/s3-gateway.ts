import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import type { S3Engine } from '../engines/s3.ts';
import type { RequestHandler } from '../local-server.ts';
import type { RoleDefinition } from '../template/roles.ts';
import type { AccessControl, Permission } from './access.ts';
import { denialMessage, denyS3 } from './access-denied.ts';
import { AwsChunkedDecoder } from './aws-chunked.ts';
import { accessKeyIdOf } from './caller.ts';
import { forward, sendBack, withoutHopByHop } from './forward.ts';
import type { BucketCors } from './s3-cors.ts';
import { listPermission, parseS3Request, type S3Request, s3Permissions } from './s3-request.ts';

export interface S3GatewayOptions {
  readonly engine: S3Engine;
  readonly access: AccessControl;
  readonly cors: BucketCors;
  readonly onDenied: (message: string) => void;
}

/** In front of S3: lets a role do only what its policies in the template allow, and streams everything through. */
export function s3Gateway({ engine, access, cors, onDenied }: S3GatewayOptions): RequestHandler {
  return async (request, response) => {
    const s3Request = parseS3Request(request);
    if (leavesBucket(s3Request)) return refuseKey(response);
    const { method, bucket } = s3Request;
    if (method === 'OPTIONS') return cors.answerPreflight(bucket, request.headers, response);
    for (const [name, value] of Object.entries(
      cors.headersFor(bucket, { method, headers: request.headers }),
    )) {
      response.setHeader(name, value);
    }
    const role = access.roleOf(accessKeyIdOf(request));
    const deny = (caller: RoleDefinition, permission: Permission | null) => {
      const message = denialMessage(caller, permission);
      onDenied(message);
      denyS3(response, message);
    };
    if (role !== null) {
      const denied = await firstDenied(access, role, s3Permissions(s3Request));
      if (denied !== undefined) return deny(role, denied);
    }
    if (s3Request.method === 'DELETE' && s3Request.query.has('uploadId')) {
      return abortUpload(engine, s3Request, response);
    }
    const answer = await forward(toEngine(request, engine.url));
    if (role !== null && isMissingObject(s3Request, answer)) {
      const permission = listPermission(s3Request);
      if (!(await access.allows(role, permission))) {
        answer.resume();
        return deny(role, permission);
      }
    }
    await sendBack(answer, response);
  };
}

/** Undefined when everything is allowed; null when there is no permission that could allow it. */
async function firstDenied(
  access: AccessControl,
  role: RoleDefinition,
  permissions: readonly Permission[] | null,
): Promise<Permission | null | undefined> {
  if (permissions === null) return null;
  for (const permission of permissions) {
    if (!(await access.allows(role, permission))) return permission;
  }
  return undefined;
}

/** s3rver takes keys for paths: one with `..` would lead out of its directory. */
function leavesBucket({ bucket, key, copySource }: S3Request): boolean {
  return `${bucket}/${key}/${copySource ?? ''}`.split('/').includes('..');
}

function refuseKey(response: ServerResponse): void {
  const message = 'The local run takes no keys with .. between slashes';
  response
    .writeHead(400, { 'content-type': 'application/xml' })
    .end(`<Error><Code>InvalidArgument</Code><Message>${message}</Message></Error>`);
}

function isMissingObject({ method, key }: S3Request, answer: IncomingMessage): boolean {
  return answer.statusCode === 404 && key !== '' && (method === 'GET' || method === 'HEAD');
}

async function abortUpload(engine: S3Engine, request: S3Request, response: ServerResponse): Promise<void> {
  await engine.store.abortUpload(request.bucket, request.query.get('uploadId') ?? '');
  response.writeHead(204).end();
}

/** Without the signature, which s3rver would check against keys it does not know, and without chunk framing. */
function toEngine(request: IncomingMessage, engineUrl: string) {
  const url = new URL(`${engineUrl}${request.url ?? '/'}`);
  for (const name of [...url.searchParams.keys()]) {
    if (/^x-amz-/i.test(name)) url.searchParams.delete(name);
  }
  const { authorization, host, ...headers } = withoutHopByHop(request.headers);
  return { url, method: request.method ?? 'GET', ...unframe(request, headers) };
}

function unframe(
  request: IncomingMessage,
  headers: OutgoingHttpHeaders,
): { headers: OutgoingHttpHeaders; body: Readable } {
  const { 'x-amz-content-sha256': sha256, 'x-amz-trailer': _, ...rest } = headers;
  const { 'x-amz-decoded-content-length': length, 'content-encoding': encoding, ...unframed } = rest;
  if (!String(sha256).startsWith('STREAMING-')) return { headers: rest, body: request };
  const encodings = String(encoding ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'aws-chunked');
  return {
    headers: {
      ...unframed,
      'content-length': String(length),
      ...(encodings.length > 0 && { 'content-encoding': encodings.join(',') }),
    },
    // A request that breaks off destroys the decoder, which whoever reads it hears of.
    body: pipeline(request, new AwsChunkedDecoder(), () => {}),
  };
}
