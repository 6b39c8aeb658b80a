import { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import {
  parseSnapshotHeader,
  snapshotEntryLines,
  snapshotHeaderLine,
  snapshotReader,
} from '../../../shared/contracts/snapshot-file.ts';
import { readUsageFile } from '../../../shared/contracts/usage-file/read-usage-file.ts';
import type { UsageFile } from '../../../shared/contracts/usage-file/usage-file.ts';
import { REJECTION_REASONS, type Rejection } from '../../../shared/domain/upload.ts';
import type { UsageFacts, UsageSnapshot } from '../../../shared/domain/usage-snapshot.ts';
import {
  csvOf,
  EXPORT_USER,
  exportOf,
  LICENSE_ROW,
  licensePage,
  reportOf,
  reportRow,
} from '../../shared/contracts/usage-file/files.ts';
import { factsOf, unfolded } from '../../support/usage-facts.ts';
import { expectThat, type FuzzTarget } from '../fuzz-target.ts';

const OBSERVED_AT = '2026-01-05T10:00:00.000Z';
const MAX_BYTES = 1_000_000;
const MAX_PROBLEMS = 100;

/** Uneven, so that what is read comes in pieces that end anywhere. */
const CHUNK_BYTES = 37;

const EXPORT = exportOf([EXPORT_USER, { id: 5, login: 'zo\u00eb', emails: ['zo\u00eb@example.com'] }]);
const REPORT = reportOf(reportRow({}), reportRow({ id: '5', login: 'zo\u00eb', suspended: 'true' }));
const LICENSES = licensePage([LICENSE_ROW, { github_com_login: 'a', total_user_accounts: 1 }]);
const LICENSES_CSV = csvOf(
  Object.fromEntries(Object.entries(LICENSE_ROW).map(([key, value]) => [key, [value].flat().join(', ')])),
);

/** Every format, as dropped and gzipped. */
export const USAGE_FILES: readonly FuzzTarget[] = [
  usageFile('export', [EXPORT, exportOf('c2VjcmV0'.repeat(9))]),
  usageFile('users-report', [REPORT, `\ufeff${REPORT.replaceAll('\n', '\r\n')}`]),
  usageFile('consumed-licenses', [LICENSES, `[${LICENSES},${licensePage([])}]`]),
  usageFile('consumed-licenses-csv', [LICENSES_CSV]),
  usageFile('gzip', [gzipSync(EXPORT), gzipSync(REPORT), Buffer.concat([gzipSync(LICENSES), gzipSync(' ')])]),
  // What is changed in an archive seldom unpacks, so what is in it is changed, too.
  { ...usageFile('gzipped', [EXPORT, REPORT, LICENSES]), run: (input) => readOf(gzipSync(input)) },
];

function usageFile(format: string, seeds: readonly (string | Buffer)[]): FuzzTarget {
  return { name: `usage-file/${format}`, seeds: seeds.map((seed) => Buffer.from(seed)), run: readOf };
}

async function readOf(input: Buffer): Promise<string> {
  const context = {
    observedAt: OBSERVED_AT,
    hostName: 'ghes.example.com',
    fileName: null,
    maxBytes: MAX_BYTES,
  };
  const file = await readUsageFile(inChunks(input), context);
  expectSame(await readUsageFile(Readable.from([input]), { ...context, withoutDetails: true }), file);
  switch (file.kind) {
    case 'usage':
      expectSound(file.snapshot);
      return 'usage';
    case 'encrypted':
      expectThat(file.instance.hostName.length > 0, 'an encrypted export names its instance');
      return 'encrypted';
    case 'rejected':
      expectExplained(file.rejection);
      return file.rejection.reason;
    default:
      return file satisfies never;
  }
}

/** A record that is read straight from the bytes is read as one that is cut in pieces, which the lexer reads. */
function expectSame(whole: UsageFile<UsageFacts>, inPieces: UsageFile): void {
  // What a damaged archive still gives before its damage shows depends on the pieces.
  if ([whole, inPieces].some(isDamaged) && whole.kind === inPieces.kind) return;
  const expected =
    inPieces.kind === 'usage' ? { ...inPieces, snapshot: factsOf(inPieces.snapshot) } : inPieces;
  expectThat(isDeepStrictEqual(shown(whole), shown(expected)), 'a file is the same however it is cut');
}

function isDamaged(file: UsageFile<UsageFacts>): boolean {
  return file.kind === 'rejected' && file.rejection.reason === 'damaged-archive';
}

function shown(file: UsageFile<UsageFacts>): unknown {
  return file.kind === 'usage' ? plain(unfolded(file.snapshot)) : file;
}

async function* inChunks(input: Buffer): AsyncGenerator<Buffer> {
  const size = Math.max(CHUNK_BYTES, Math.ceil(input.length / 50));
  for (let at = 0; at < input.length; at += size) yield input.subarray(at, at + size);
}

/** What is accepted is complete: it is stored and read back as it is. */
function expectSound(snapshot: UsageSnapshot): void {
  expectThat(snapshot.observedAt === OBSERVED_AT, 'a snapshot is of the time that was told');
  const reader = snapshotReader(parseSnapshotHeader(JSON.parse(snapshotHeaderLine(snapshot))));
  for (const line of snapshotEntryLines(snapshot)) reader.add(Buffer.from(`${line}\n`));
  expectThat(
    isDeepStrictEqual(plain(unfolded(reader.finish())), plain(unfolded(factsOf(snapshot)))),
    'a snapshot is read as stored',
  );
  if (snapshot.kind !== 'server') return;
  const ids = Array.from(snapshot.accounts, ({ userId }) => userId);
  expectThat(new Set(ids).size === ids.length, 'an account is in a snapshot once');
  expectThat(
    ids.every((id) => Number.isSafeInteger(id) && id > 0),
    'a user id is a whole number',
  );
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function expectExplained({ reason, problems, totalProblems }: Rejection): void {
  expectThat(REJECTION_REASONS.includes(reason), 'a rejection has a reason that is known');
  expectThat(problems.length > 0 && problems.length <= MAX_PROBLEMS, 'a rejection tells up to 100 problems');
  expectThat(totalProblems >= problems.length, 'a rejection counts all problems');
  expectThat(
    !JSON.stringify(problems).includes('@example'),
    'a problem tells nothing of what the file holds',
  );
}
