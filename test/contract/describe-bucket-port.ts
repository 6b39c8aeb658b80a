import type { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Engine } from '../support/engines/engine.ts';
import { s3rverClient, startS3rver } from '../support/engines/s3rver.ts';

export const BUCKET = 'license-usage';

/** Runs a suite against S3; `bucket` gives a client of it, once the suite runs. */
export function describeOnS3(subject: string, suite: (bucket: () => S3Client) => void): void {
  describe(`${subject} on S3`, () => {
    let engine: Engine;
    let client: S3Client;
    beforeAll(async () => {
      engine = await startS3rver(BUCKET);
      client = s3rverClient(engine);
    });
    afterAll(async () => {
      client.destroy();
      await engine.stop();
    });
    suite(() => client);
  });
}
