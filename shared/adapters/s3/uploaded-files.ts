import type { S3Client } from '@aws-sdk/client-s3';
import type { UploadedFile, UploadedFiles } from '../../upload-ports.ts';
import { getObject, isMissing } from './objects.ts';

export class S3UploadedFiles implements UploadedFiles {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async open(key: string, versionId: string | null): Promise<UploadedFile | null> {
    try {
      const { body, reply } = await getObject(this.#client, {
        Bucket: this.#bucket,
        Key: key,
        VersionId: versionId ?? undefined,
      });
      const { ContentLength: size, LastModified: lastModified, Metadata: metadata = {} } = reply;
      if (size === undefined || lastModified === undefined) {
        throw new Error('S3 answered without the size or the date of an upload');
      }
      return { bytes: body, size, lastModified, metadata };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }
}
