declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface Options {
    /** LevelDB folder; in memory without it. */
    readonly path?: string;
    /** Milliseconds that a table stays in the state CREATING. */
    readonly createTableMs: number;
  }

  export default function dynalite(options: Options): Server;
}

declare module '@20minutes/s3rver' {
  import type { AddressInfo } from 'node:net';
  import type FilesystemStore from '@20minutes/s3rver/lib/stores/filesystem.js';

  export default class S3rver {
    constructor(options: { address: string; port: number; silent: boolean; directory: string });
    store: FilesystemStore;
    readonly context: { store: FilesystemStore };
    on(name: 'event', listener: (event: unknown) => void): this;
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
    readonly httpServer: { closeAllConnections(): void };
  }
}

declare module '@20minutes/s3rver/lib/stores/filesystem.js' {
  import type { Readable } from 'node:stream';

  export interface ListOptions {
    readonly prefix?: string | undefined;
    readonly delimiter?: string | undefined;
    readonly startAfter?: string | undefined;
  }

  export interface ListedObject {
    readonly key: string;
    readonly size: number;
    /** With quotes. */
    readonly metadata: { readonly etag: string };
    readonly lastModifiedDate: Date;
  }

  export interface ObjectListing {
    readonly objects: readonly ListedObject[];
    readonly commonPrefixes: readonly string[];
    readonly isTruncated: boolean;
  }

  export default class FilesystemStore {
    constructor(directory: string);
    getBucketPath(bucket: string): string;
    getResourcePath(bucket: string, key: string | undefined, resource: string): string;
    putBucket(bucket: string): Promise<unknown>;
    /** Length and MD5. */
    putContent(path: string, content: Readable | Buffer): Promise<[number, string]>;
    putMetadata(bucket: string, key: string, metadata: object, md5?: string): Promise<void>;
    listObjects(bucket: string, options: ListOptions): Promise<ObjectListing>;
    getMetadata(bucket: string, key: string): Promise<{ etag: string; 'content-length': number }>;
  }
}
