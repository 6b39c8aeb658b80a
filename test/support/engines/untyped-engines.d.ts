/** The parts of the untyped engines that are used. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface Options {
    /** LevelDB folder; in memory without it. */
    readonly path?: string;
    /** Milliseconds a table stays in the state CREATING; 500 without it. */
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
  }

  export default function dynalite(options?: Options): Server;
}

declare module 's3rver' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:http';
  import type { AddressInfo } from 'node:net';

  interface Options {
    readonly address?: string;
    readonly port?: number;
    readonly silent?: boolean;
    readonly directory?: string;
    readonly vhostBuckets?: boolean;
    readonly allowMismatchedSignatures?: boolean;
    readonly configureBuckets?: readonly { readonly name: string; readonly configs?: readonly string[] }[];
  }

  /** Emits `event` with an S3 event notification whose keys are not URL-encoded. */
  export default class S3rver extends EventEmitter {
    constructor(options: Options);
    readonly httpServer: Server;
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
  }
}
