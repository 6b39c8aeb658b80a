import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  type DeleteObjectCommandInput,
  GetObjectCommand,
  type GetObjectCommandInput,
  type GetObjectCommandOutput,
  HeadObjectCommand,
  type HeadObjectCommandInput,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';

/** An object as S3 answers it. */
export interface FoundObject {
  readonly body: Readable;
  readonly reply: GetObjectCommandOutput;
}

/** Of an object in the making: each is a buffer of some megabytes in the memory of a merge that needs it itself. */
const PARTS_AT_ONCE = 1;

const MISSING = new Set(['NoSuchKey', 'NoSuchVersion', 'NotFound']);

/** Whether S3 says that there is no such object, or no such version of it. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && MISSING.has(error.name);
}

export async function getObject(client: S3Client, input: GetObjectCommandInput): Promise<FoundObject> {
  const reply = await client.send(new GetObjectCommand(input));
  // Under Node the SDK gives the body as a stream of Node's; its type covers browsers as well.
  if (!(reply.Body instanceof Readable)) throw new Error(`S3 answered without a body for ${input.Key}`);
  return { body: reply.Body, reply };
}

export async function readObject(client: S3Client, input: GetObjectCommandInput): Promise<Buffer> {
  const { body } = await getObject(client, input);
  return Buffer.concat(await body.toArray());
}

export async function objectExists(client: S3Client, input: HeadObjectCommandInput): Promise<boolean> {
  try {
    await client.send(new HeadObjectCommand(input));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

export async function putObject(client: S3Client, input: PutObjectCommandInput): Promise<void> {
  await client.send(new PutObjectCommand(input));
}

/** Deleting what is not there is no failure. */
export async function deleteObject(client: S3Client, input: DeleteObjectCommandInput): Promise<void> {
  await client.send(new DeleteObjectCommand(input));
}

/** Stores a stream of unknown length in parts. */
export async function uploadStream(
  client: S3Client,
  object: Omit<PutObjectCommandInput, 'Body'>,
  body: Readable,
): Promise<void> {
  await new Upload({ client, params: { ...object, Body: body }, queueSize: PARTS_AT_ONCE }).done();
}
