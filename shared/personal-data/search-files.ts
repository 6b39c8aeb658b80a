import type { Email } from '../domain/email.ts';
import type { FoundFile, StoredFile } from '../domain/personal-data.ts';
import type { StoredFiles } from '../privacy-ports.ts';

/** Unpacking takes a core for itself, and the bucket's latency a while: some are read at once. */
const FILES_AT_ONCE = 8;

interface SearchedFiles {
  readonly found: readonly FoundFile[];
  /** The key of the last file that was searched; null when all were. */
  readonly stoppedAfter: string | null;
}

/** Reads files for an address, in their order, and ends early when asked to. */
export async function searchFiles(
  store: Pick<StoredFiles, 'find'>,
  files: Iterable<StoredFile> | AsyncIterable<StoredFile>,
  email: Email,
  mayContinue: () => boolean = () => true,
): Promise<SearchedFiles> {
  const found: FoundFile[] = [];
  for await (const some of groupsOf(files)) {
    const records = await Promise.all(some.map((file) => store.find(file, email)));
    for (const [index, file] of some.entries()) {
      const inFile = records[index] ?? null;
      if (inFile !== null) found.push({ file, found: inFile });
    }
    if (!mayContinue()) return { found, stoppedAfter: some.at(-1)?.key ?? null };
  }
  return { found, stoppedAfter: null };
}

async function* groupsOf(
  files: Iterable<StoredFile> | AsyncIterable<StoredFile>,
): AsyncGenerator<StoredFile[]> {
  let group: StoredFile[] = [];
  for await (const file of files) {
    group.push(file);
    if (group.length < FILES_AT_ONCE) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
