import { basename } from 'node:path';
import { readUsageFile, type UsageFile } from '../../shared/contracts/usage-file/read-usage-file.ts';
import { EmailNumbers } from '../../shared/domain/email-numbers.ts';
import type { HostName } from '../../shared/domain/host-name.ts';
import type { Rejection } from '../../shared/domain/upload.ts';
import { type ServerInstance, sourceIdOf, type UsageFacts } from '../../shared/domain/usage-snapshot.ts';
import type { LocalFile } from './local-file.ts';

/** What became of a file. */
export type FileOutcome =
  | { readonly kind: 'counted'; readonly file: LocalFile; readonly facts: UsageFacts }
  /** A file of the same source and channel is newer. */
  | { readonly kind: 'superseded'; readonly file: LocalFile; readonly by: LocalFile }
  | { readonly kind: 'encrypted'; readonly file: LocalFile; readonly instance: ServerInstance }
  | { readonly kind: 'rejected'; readonly file: LocalFile; readonly rejection: Rejection };

export type CountedFile = Extract<FileOutcome, { readonly kind: 'counted' }>;
export type RejectedFile = Extract<FileOutcome, { readonly kind: 'rejected' }>;
export type AcceptedFile = Exclude<FileOutcome, RejectedFile>;

/** What comes of a file grows with its accounts, not with its bytes, and whoever waits for it can stop it. */
const MAX_BYTES = Number.MAX_SAFE_INTEGER;

const NAME_THE_HOST = 'Name the instance: HOST=FILE, or --host HOST.';

/**
 * Reads the files one after the other, the newest first, so that of a source and channel no more than one is kept in
 * memory. Of two modified at the same instant the one named last counts.
 * @param defaultHost the instance of files that no other way tells it of.
 * @param opened wraps the bytes of a file when it is opened, such as to tell how far the reading is.
 */
export async function readFiles(
  files: readonly LocalFile[],
  defaultHost: HostName | null,
  opened: (file: LocalFile) => AsyncIterable<Uint8Array>,
): Promise<readonly FileOutcome[]> {
  const newest = new Map<string, LocalFile>();
  const emails = new EmailNumbers();
  const outcomes: FileOutcome[] = [];
  for (const file of newestFirst(files)) {
    const read = await readFile(file, defaultHost, emails, opened);
    outcomes.push(read.kind === 'usage' ? countNewest(file, read.snapshot, newest) : { ...read, file });
  }
  return outcomes;
}

function newestFirst(files: readonly LocalFile[]): LocalFile[] {
  // The sort keeps the order of files of one instant.
  return files.toReversed().sort((a, b) => Date.parse(b.modifiedAt) - Date.parse(a.modifiedAt));
}

function countNewest(file: LocalFile, facts: UsageFacts, newest: Map<string, LocalFile>): FileOutcome {
  const slot = `${sourceIdOf(facts)} ${facts.channel}`;
  const by = newest.get(slot);
  if (by !== undefined) return { kind: 'superseded', file, by };
  newest.set(slot, file);
  return { kind: 'counted', file, facts };
}

/** An export names its instance, which may be another than the default: that is only for files that need it. */
async function readFile(
  file: LocalFile,
  defaultHost: HostName | null,
  emails: EmailNumbers,
  opened: (file: LocalFile) => AsyncIterable<Uint8Array>,
): Promise<UsageFile<UsageFacts>> {
  const readAs = (hostName: HostName | null): Promise<UsageFile<UsageFacts>> =>
    readUsageFile(opened(file), {
      observedAt: file.modifiedAt,
      hostName,
      fileName: basename(file.path),
      maxBytes: MAX_BYTES,
      withoutDetails: true,
      emails,
    });
  const read = await readAs(file.hostName);
  if (!lacksHostName(read)) return read;
  return defaultHost === null ? withFix(read, NAME_THE_HOST) : readAs(defaultHost);
}

type RejectedUsageFile = Extract<UsageFile, { readonly kind: 'rejected' }>;

function lacksHostName(read: UsageFile<UsageFacts>): read is RejectedUsageFile {
  return read.kind === 'rejected' && read.rejection.reason === 'host-name-missing';
}

function withFix({ kind, rejection }: RejectedUsageFile, fix: string): RejectedUsageFile {
  return {
    kind,
    rejection: { ...rejection, problems: rejection.problems.map((problem) => ({ ...problem, fix })) },
  };
}
