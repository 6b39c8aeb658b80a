import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { startS3 } from '../../../cdk/local/engines/s3.ts';
import { type Engine, engineClientConfig } from './engine.ts';

/** The S3 of the local run, with the buckets named, on a folder of its own. It knows no versions. */
export async function startS3rver(...buckets: readonly string[]): Promise<Engine> {
  const directory = await mkdtemp(join(tmpdir(), 's3rver-'));
  const engine = await startS3(directory);
  for (const bucket of buckets) await engine.store.putBucket(bucket);
  return {
    endpoint: engine.url,
    async stop() {
      await engine.stop();
      await rm(directory, { recursive: true });
    },
  };
}

/**
 * s3rver stores the chunk framing with which the SDK sends a streamed body and its trailing checksum, so the
 * client is told to leave the checksum out. As AWS_REQUEST_CHECKSUM_CALCULATION=when_required does. It takes the
 * signature of a listing for a wrong one, and asks for none.
 */
export function s3rverClient(engine: Engine): S3Client {
  return new S3Client({
    ...engineClientConfig(engine),
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    signer: { sign: async (request) => request },
  });
}
