import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** Where a running stack takes files and answers questions. */
export interface Stack {
  /** URL of the HTTP API, without a slash at the end. */
  readonly api: string;
  /** GitHub token of an enterprise owner. */
  readonly token: string;
  /** URL of the bucket, to put objects under without a signature; null when only the API is known. */
  readonly bucketUrl: string | null;
  /** URL of the peer that the stack takes for GitHub; null when it syncs with another GitHub, or nobody knows. */
  readonly peerUrl: string | null;
}

/** What `npm start` leaves in its data directory while it runs. */
const runFileSchema = z.object({
  api: z.url(),
  s3: z.url(),
  bucket: z.string().nullable(),
  github: z.url(),
  token: z.string(),
});

export class NoRunningStack extends Error {
  override readonly name = 'NoRunningStack';

  constructor(where: string, options?: ErrorOptions) {
    super(`Nothing runs at ${where}. Start it first: npm start`, options);
  }
}

/** The stack that `npm start` runs on this data directory. */
export async function findLocalStack(data: string): Promise<Stack> {
  const path = join(data, 'run.json');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new NoRunningStack(path, { cause: error });
  });
  const { api, s3, bucket, github, token } = runFileSchema.parse(JSON.parse(text));
  return {
    api: withoutSlash(api),
    token,
    bucketUrl: bucket && `${withoutSlash(s3)}/${bucket}`,
    peerUrl: withoutSlash(github),
  };
}

/** A stack of which nothing but its API is known. */
export function stackAt(api: string, token: string): Stack {
  return { api: withoutSlash(api), token, bucketUrl: null, peerUrl: null };
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}
