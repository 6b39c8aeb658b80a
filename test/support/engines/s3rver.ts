import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import S3rver from 's3rver';
import { type Engine, engineClientConfig } from './engine.ts';

/** S3 in pure JavaScript, on disk, with the buckets named. It knows no versions. */
export async function startS3rver(...buckets: readonly string[]): Promise<Engine> {
  const directory = await mkdtemp(join(tmpdir(), 's3rver-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: buckets.map((name) => ({ name })),
  });
  const { port } = await server.run();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      server.httpServer.closeAllConnections();
      await server.close();
      await rm(directory, { recursive: true });
    },
  };
}

/**
 * s3rver stores the chunk framing with which the SDK sends a streamed body and its trailing checksum, so the
 * client is told to leave the checksum out. As AWS_REQUEST_CHECKSUM_CALCULATION=when_required does.
 */
export function s3rverClient(engine: Engine): S3Client {
  return new S3Client({
    ...engineClientConfig(engine),
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
}
