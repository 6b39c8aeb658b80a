import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';

/** An object as a listing of the bucket shows it. */
export interface ListedObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly storedAt: Date;
}

interface ListedPlace {
  readonly bucket: string;
  readonly prefix: string;
}

/** Sorted by key. */
export async function* listedObjects(
  client: S3Client,
  { bucket, prefix }: ListedPlace,
): AsyncGenerator<ListedObject> {
  for await (const { Contents } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
    for (const { Key: key, Size: size = 0, LastModified: storedAt } of Contents ?? []) {
      if (key !== undefined && storedAt !== undefined) yield { key, size, storedAt };
    }
  }
}
