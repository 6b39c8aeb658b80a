import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'undici';
import type { ServerPeer } from '../../peers/github-peer.ts';

export interface ServerAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Asks a server instance, trusting the peer's authority alone; as its site admin unless told otherwise. */
export async function askServer(
  server: ServerPeer,
  path: string,
  authorization: string = basic(server.username, server.token),
): Promise<ServerAnswer> {
  const dispatcher = new Agent({ connect: { ca: server.certificateAuthority } });
  try {
    const answer = await request(server.url + path, { dispatcher, headers: { authorization } });
    return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
  } finally {
    await dispatcher.destroy();
  }
}

export function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
