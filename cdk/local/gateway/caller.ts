import type { IncomingMessage } from 'node:http';

/**
 * The access key id that a request names, in its Authorization header or in a presigned URL; null when it names none.
 * Signatures are not verified: the gateway is there to find missing permissions, not to keep anybody out.
 */
export function accessKeyIdOf(request: Pick<IncomingMessage, 'headers' | 'url'>): string | null {
  const header = /Credential=([^/,\s]+)\//.exec(request.headers.authorization ?? '');
  if (header?.[1] !== undefined) return header[1];
  const credential = new URL(`http://local${request.url ?? '/'}`).searchParams.get('X-Amz-Credential');
  return credential?.split('/')[0] ?? null;
}
