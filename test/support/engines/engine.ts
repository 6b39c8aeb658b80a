import type { Server } from 'node:net';

/** A running server that speaks an AWS API on this machine. */
export interface Engine {
  /** By IP address: virtual-host bucket names do not resolve under `localhost`. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** The port on which a server of this process listens. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return address.port;
}

/** What any AWS client needs to talk to an engine: its credentials are no secret. */
export function engineClientConfig(engine: Engine): {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
} {
  return {
    endpoint: engine.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  };
}
