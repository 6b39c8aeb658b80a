import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { S3Client } from '@aws-sdk/client-s3';
import { getObject, isMissing } from './objects.ts';

/** Of decompressed text at a time. */
const CHUNK_BYTES = 256 * 1024;

const LINE_FEED = 0x0a;

interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
}

/** The text of an object, unpacked, some whole lines at a time; nothing when the object is gone. */
export async function* storedLines(client: S3Client, { bucket, key }: ObjectPlace): AsyncGenerator<string> {
  const body = await bodyOf(client, { bucket, key });
  if (body === null) return;
  yield* wholeLines(key.endsWith('.gz') ? unpacked(body) : body);
}

/** Null when the object is gone, or empty as a part of a report without anything in it: no gzip file is. */
async function bodyOf(client: S3Client, { bucket, key }: ObjectPlace): Promise<Readable | null> {
  try {
    const { body, reply } = await getObject(client, { Bucket: bucket, Key: key });
    if (reply.ContentLength !== 0) return body;
    body.resume();
    return null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function unpacked(body: Readable): Readable {
  // A failure destroys the last stream, from which the lines are read.
  return pipeline(body, createGunzip({ chunkSize: CHUNK_BYTES }), () => undefined);
}

/** Ends every piece with a line feed, but for the last one of a text that has none at its end. */
async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      yield Buffer.concat([...rest, chunk.subarray(0, end)]).toString('utf8');
      rest = [];
    }
    if (end < chunk.length) rest.push(chunk.subarray(end));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
}
