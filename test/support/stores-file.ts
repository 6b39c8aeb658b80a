import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';

const storesSchema = z.object({
  /** As the document client gives them. */
  items: z.array(z.looseObject({ pk: z.string(), sk: z.string() })),
  /** Objects of the bucket, in base64. */
  objects: z.record(z.string(), z.string()),
});

/** All that a version of the project left behind: the items of its table and the objects of its bucket. */
export type Stores = z.infer<typeof storesSchema>;

export function readStores(file: URL): Stores {
  return storesSchema.parse(JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')));
}

export function writeStores(file: URL, stores: Stores): void {
  writeFileSync(file, gzipSync(JSON.stringify(stores)));
}
