import type { UsageFacts } from '../../domain/usage-snapshot.ts';
import { peek } from './bytes/peek.ts';
import { plainBytes } from './bytes/plain-bytes.ts';
import { utf8Text } from './bytes/utf8-text.ts';
import { readCsvUsageFile } from './csv-usage-file.ts';
import { readJsonUsageFile } from './json-usage-file.ts';
import { ProblemLog } from './problem-log.ts';
import { RejectedFile } from './rejected-file.ts';
import { unknownFormat } from './unknown-format.ts';
import type { UsageFile, UsageFileContext } from './usage-file.ts';

export type { UsageFile, UsageFileContext } from './usage-file.ts';

/** White space before the first character that tells JSON from CSV. */
const MAX_LEADING_SPACE = 64 * 1024;

/**
 * Reads a dropped file of any of the formats, recognized by its content, in one pass: memory grows with the
 * accounts that come of it, not with the file. Of a server account only what `ServerAccount` has survives.
 * Whatever is wrong with the content gives a `rejected`.
 * @param bytes may come in memory that is used again: a chunk is done with when the next one is asked for.
 * @throws only what `bytes` throws: the source could not be read, and reading it again may succeed.
 */
export function readUsageFile(
  bytes: AsyncIterable<Uint8Array>,
  context: UsageFileContext & { readonly withoutDetails: true },
): Promise<UsageFile<UsageFacts>>;
export function readUsageFile(
  bytes: AsyncIterable<Uint8Array>,
  context: UsageFileContext,
): Promise<UsageFile>;
export async function readUsageFile(
  bytes: AsyncIterable<Uint8Array>,
  context: UsageFileContext,
): Promise<UsageFile<UsageFacts>> {
  const source = bytes[Symbol.asyncIterator]();
  const text = utf8Text(plainBytes({ [Symbol.asyncIterator]: () => source }, context.maxBytes));
  try {
    return await readText(text, context);
  } catch (error) {
    if (error instanceof RejectedFile) return { kind: 'rejected', rejection: error.rejection };
    throw error;
  } finally {
    // A file may be refused by its first bytes; archive and source are closed all the same.
    await text.return();
    await source.return?.();
  }
}

async function readText(
  text: AsyncIterable<Buffer>,
  context: UsageFileContext,
): Promise<UsageFile<UsageFacts>> {
  const { head, bytes } = await peek(text, MAX_LEADING_SPACE);
  const first = /[^ \t\r\n]/.exec(head.toString('latin1'))?.[0];
  if (first === undefined) throw unknownFormat();
  const read = first === '{' || first === '[' ? readJsonUsageFile : readCsvUsageFile;
  return read(bytes, context, new ProblemLog());
}
