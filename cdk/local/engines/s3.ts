import { mkdir } from 'node:fs/promises';
import S3rver from '@20minutes/s3rver';
import * as z from 'zod';
import { LOOPBACK } from '../local-server.ts';
import type { Engine } from './engine.ts';
import { ObjectStore } from './object-store.ts';

const eventSchema = z.object({
  Records: z.array(
    z.object({
      eventName: z.string(),
      s3: z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string() }) }),
    }),
  ),
});

/** Something happened to an object. */
export interface ObjectEvent {
  /** Such as `ObjectCreated:Put`. */
  readonly name: string;
  readonly bucket: string;
  /** As given by the writer, not encoded. */
  readonly key: string;
}

export interface S3Engine extends Engine {
  readonly store: ObjectStore;
  onObjectEvent(listener: (event: ObjectEvent) => void): void;
}

/** Starts S3 (s3rver), which keeps its objects in the directory. */
export async function startS3(directory: string): Promise<S3Engine> {
  await mkdir(directory, { recursive: true });
  const server = new S3rver({ address: LOOPBACK, port: 0, silent: true, directory });
  const store = new ObjectStore(directory);
  server.store = store;
  server.context.store = store;
  const { port } = await server.run();
  return {
    url: `http://${LOOPBACK}:${port}`,
    store,
    onObjectEvent: (listener) => {
      server.on('event', (event) => {
        for (const { eventName, s3 } of eventSchema.parse(event).Records) {
          listener({ name: eventName, bucket: s3.bucket.name, key: s3.object.key });
        }
      });
    },
    stop: async () => {
      server.httpServer.closeAllConnections();
      await server.close();
    },
  };
}
