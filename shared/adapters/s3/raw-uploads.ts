import type { S3Client } from '@aws-sdk/client-s3';
import { UPLOAD_PREFIX } from '../../contracts/upload-key.ts';
import { expiryOf, type RawUpload } from '../../domain/personal-data.ts';
import type { RawUploads } from '../../privacy-ports.ts';
import { listedObjects } from './listed-objects.ts';

interface RawUploadsOptions {
  readonly bucket: string;
  /** As the lifecycle of the bucket says, in days. */
  readonly expireAfterDays: number;
}

export class S3RawUploads implements RawUploads {
  readonly #client: S3Client;
  readonly #options: RawUploadsOptions;

  constructor(client: S3Client, options: RawUploadsOptions) {
    this.#client = client;
    this.#options = options;
  }

  async *list(): AsyncGenerator<RawUpload> {
    const { bucket, expireAfterDays } = this.#options;
    for await (const { key, size, storedAt } of listedObjects(this.#client, {
      bucket,
      prefix: UPLOAD_PREFIX,
    })) {
      yield {
        key,
        size,
        storedAt: storedAt.toISOString(),
        expiresAt: expiryOf(storedAt, expireAfterDays),
      };
    }
  }
}
