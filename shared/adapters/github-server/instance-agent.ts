import { getCACertificates } from 'node:tls';
import type { Agent } from 'undici';
import type { ServerConnection } from '../../contracts/github-connections.ts';

/** Milliseconds without any progress after which a request is given up. */
export interface Timeouts {
  /** Until the connection is there. */
  readonly connect: number;
  /** Until the answer begins. */
  readonly answer: number;
  /** Until the body goes on. */
  readonly body: number;
}

/** An instance makes a report of many users in the background, and answers meanwhile. */
export const TIMEOUTS: Timeouts = { connect: 10_000, answer: 60_000, body: 60_000 };

/**
 * The connections to one instance; to be destroyed in the end. HTTP/1.1 only, in which the headers tell whether the
 * end of a body can be proven. undici is large, and many enterprises are synced without asking an instance.
 */
export async function instanceAgent({ caCertificate }: ServerConnection, timeouts: Timeouts): Promise<Agent> {
  // Bundled, the file of a CommonJS package has nothing but a default export.
  const { default: undici } = await import('undici');
  return new undici.Agent({
    allowH2: false,
    connect: { timeout: timeouts.connect, ...trusting(caCertificate) },
    headersTimeout: timeouts.answer,
    bodyTimeout: timeouts.body,
  });
}

/** Naming a CA makes Node.js forget the usual ones, so they are named, too. */
function trusting(caCertificate: string | null): { ca?: string[] } {
  return caCertificate === null ? {} : { ca: [...getCACertificates('default'), caCertificate] };
}
