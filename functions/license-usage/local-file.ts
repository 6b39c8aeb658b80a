import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type NamedFile, namedFile } from './named-file.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Larger blocks than the default, since each of them takes a turn of the event loop. */
const READ_BYTES = 1024 * 1024;

/** A file of this machine. */
export interface LocalFile extends NamedFile {
  /** As stored: of an archive the compressed ones. */
  readonly bytes: number;
  /** ISO 8601 in UTC with milliseconds. */
  readonly modifiedAt: string;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** @throws {WrongUsage} for a path that leads to no file. */
export async function localFile(argument: string): Promise<LocalFile> {
  const named = namedFile(argument);
  const { path } = named;
  const found = await stat(path).catch((cause: unknown) => {
    throw new WrongUsage(`${path} cannot be read: check the path and who may read it`, { cause });
  });
  if (!found.isFile()) throw new WrongUsage(`${path} is not a file: name the files in it one by one`);
  return {
    ...named,
    bytes: found.size,
    modifiedAt: found.mtime.toISOString(),
    open: () => createReadStream(path, { highWaterMark: READ_BYTES }),
  };
}
