import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { jobTexts } from './job-texts.ts';

/** Paths of the files of three instances and of the cloud enterprise. */
export interface JobFiles {
  readonly exports: readonly string[];
  /** Consumed licenses in one file. */
  readonly licenses: string;
  /** The same pages in files that each fit into a string: the file itself, when it does. */
  readonly licenseParts: readonly string[];
  readonly bytes: number;
}

/** Where files are kept for the next time. */
export const JOB_FILES_ROOT = join(tmpdir(), 'license-usage-sync-bench-whole-job');

const SAMPLE_ACCOUNTS = 100;
const DIGEST_LENGTH = 12;

/** Writes the files, unless they are there of an earlier run, and reads them once, so that all ways find them alike. */
export async function jobFiles(root: string, accounts: number, seed: number): Promise<JobFiles> {
  const directory = join(root, `${accounts}-accounts-${digestOfSample(seed)}`);
  if (!existsSync(directory)) await writeTexts(directory, accounts, seed);
  const texts = jobTexts(accounts, seed);
  const pathsOf = (names: readonly { readonly name: string }[]) =>
    names.map(({ name }) => join(directory, name));
  const [exports, licenseParts] = [pathsOf(texts.exports), pathsOf(texts.licenseParts)];
  const licenses = join(directory, texts.licenses.name);
  let bytes = 0;
  for (const path of new Set([...exports, licenses, ...licenseParts])) await readOnce(path);
  for (const path of [...exports, licenses]) bytes += (await stat(path)).size;
  return { exports, licenses, licenseParts, bytes };
}

/** Other than before when the seed is another, or what is written of it: such files are not taken for these. */
function digestOfSample(seed: number): string {
  const { exports, licenses } = jobTexts(SAMPLE_ACCOUNTS, seed);
  const hash = createHash('sha256');
  for (const { text } of [...exports, licenses]) for (const piece of text()) hash.update(piece);
  return hash.digest('hex').slice(0, DIGEST_LENGTH);
}

/** The directory is there once it is complete. */
async function writeTexts(directory: string, accounts: number, seed: number): Promise<void> {
  const partial = `${directory}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const { exports, licenses, licenseParts } = jobTexts(accounts, seed);
  for (const { name, text } of new Set([...exports, licenses, ...licenseParts])) {
    await pipeline(Readable.from(text()), createWriteStream(join(partial, name)));
  }
  await rename(partial, directory);
}

async function readOnce(path: string): Promise<void> {
  await finished(createReadStream(path).resume());
}
