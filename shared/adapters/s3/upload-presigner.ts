import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { UPLOAD_PREFIX } from '../../contracts/upload-key.ts';
import type { PresignedUpload, UploadPresigner } from '../../upload-ports.ts';
import { presignedUrl } from './presigned-url.ts';

/** A quarter of an hour to begin the upload. Longer would outlive the credentials of some Lambda functions. */
const VALID_FOR_SECONDS = 15 * 60;

export class S3UploadPresigner implements UploadPresigner {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #now: () => Date;

  /** `client` must not add checksums by itself: see `presigningS3Client`. */
  constructor(client: S3Client, bucket: string, now: () => Date) {
    this.#client = client;
    this.#bucket = bucket;
    this.#now = now;
  }

  async presign(key: string): Promise<PresignedUpload> {
    const put = new PutObjectCommand({ Bucket: this.#bucket, Key: key });
    const validity = { signedAt: this.#now(), validForSeconds: VALID_FOR_SECONDS };
    return { ...(await presignedUrl(this.#client, put, validity)), headers: {} };
  }

  /** What every presigned URL of an upload begins with. */
  async uploadsUrl(): Promise<string> {
    const { origin, pathname } = new URL((await this.presign(UPLOAD_PREFIX)).url);
    return origin + pathname;
  }
}
