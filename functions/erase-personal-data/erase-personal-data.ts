import type { AccountKey } from '../../shared/domain/account.ts';
import type { PersonState } from '../../shared/domain/changes.ts';
import type { Email } from '../../shared/domain/email.ts';
import type { Erasure, ErasureCounts, Refusal } from '../../shared/domain/erasure.ts';
import {
  accountsIn,
  type FoundFile,
  type StoredFile,
  standingOf,
} from '../../shared/domain/personal-data.ts';
import type { Dismissals } from '../../shared/findings-ports.ts';
import { heldSnapshots } from '../../shared/merge/held-snapshots.ts';
import {
  type CurrentStatePorts,
  type KnownState,
  readCurrentState,
} from '../../shared/personal-data/current-state.ts';
import { type PeopleInLedgerPorts, peopleInLedger } from '../../shared/personal-data/people-in-ledger.ts';
import { eachOnce, refusalsOf } from '../../shared/personal-data/refusals.ts';
import { searchFiles } from '../../shared/personal-data/search-files.ts';
import type { SnapshotStore, SyncRunLog, UploadLog } from '../../shared/ports.ts';
import type { ErasureLog, FileEraser, StoredFiles } from '../../shared/privacy-ports.ts';

export interface ErasePersonalDataPorts extends CurrentStatePorts, PeopleInLedgerPorts {
  readonly erasures: ErasureLog;
  readonly files: Pick<StoredFiles, 'list' | 'find'>;
  readonly eraser: FileEraser;
  readonly snapshots: Pick<SnapshotStore, 'load'>;
  readonly dismissals: Pick<Dismissals, 'list' | 'remove'>;
  readonly uploads: Pick<UploadLog, 'list'>;
  readonly syncRuns: Pick<SyncRunLog, 'list'>;
  readonly now: () => Date;
}

/** What holds no address of a report that names somebody: numbers, and changes without who is erased. */
const KEPT_PARTS: ReadonlySet<string> = new Set(['changes', 'changes-index', 'changes-log', 'chargeback']);

/**
 * Erases what is stored about an address whose person has left every source. All is read first; what was found by
 * its address leads to what is not, so that is removed last: an attempt that died is made again as if it were the
 * first. Done or refused, the erasure is not done again.
 */
export async function erasePersonalData(
  ports: ErasePersonalDataPorts,
  { erasureId, email }: { readonly erasureId: string; readonly email: Email },
): Promise<Erasure> {
  const erasure = await ports.erasures.get(erasureId);
  if (erasure === null) throw new Error(`there is no erasure ${erasureId}: ask for it again`);
  if (erasure.state !== 'requested') return erasure;
  const files: StoredFile[] = [];
  for await (const file of ports.files.list(null)) files.push(file);
  const state = await readCurrentState(ports);
  const { found } = await searchFiles(ports.files, files, email);
  const refusals = await refusalsNow(ports, { email, found, state });
  const ended: Erasure =
    refusals.length > 0
      ? { ...erasure, state: 'refused', refusals }
      : { ...erasure, state: 'erased', counts: await erase(ports, { email, files, found, state }) };
  const saved = { ...ended, endedAt: ports.now().toISOString() };
  await ports.erasures.save(saved);
  return saved;
}

interface Found {
  readonly email: Email;
  readonly found: readonly FoundFile[];
  readonly state: KnownState;
}

async function refusalsNow(
  ports: ErasePersonalDataPorts,
  { email, found, state }: Found,
): Promise<Refusal[]> {
  const refusals = refusalsOf({ state, found, people: await peopleInLedger(ports, email) });
  return refusals.length > 0 ? refusals : accountsStillThere(ports, found, state);
}

/** Whoever has changed their address has not left. */
async function accountsStillThere(
  { snapshots }: ErasePersonalDataPorts,
  found: readonly FoundFile[],
  state: KnownState,
): Promise<Refusal[]> {
  const had = accountsOf(found);
  if (had.size === 0) return [];
  const refusals: Refusal[] = [];
  for (const ref of state.snapshots) {
    const isThere = accountsIn(await snapshots.load(ref)).some((account) => had.has(account));
    if (isThere) refusals.push({ reason: 'account-still-there', source: ref.source });
  }
  return eachOnce(refusals);
}

function accountsOf(found: readonly FoundFile[]): Set<AccountKey> {
  return new Set(found.flatMap((item) => item.found.accounts));
}

async function erase(
  ports: ErasePersonalDataPorts,
  { email, files, found, state }: Found & { readonly files: readonly StoredFile[] },
): Promise<ErasureCounts> {
  const changesMasked = await maskChanges(ports, files, found);
  const dismissalsRemoved = await removeDismissals(ports, found);
  const snapshots = await eraseFromSnapshots(ports, email, found, state);
  const reports = await removeReports(ports, files, found);
  return { changesMasked, dismissalsRemoved, ...snapshots, ...reports };
}

async function maskChanges(
  { eraser, personIdOf }: ErasePersonalDataPorts,
  files: readonly StoredFile[],
  found: readonly FoundFile[],
): Promise<number> {
  const accounts = accountsOf(found);
  const people = new Set(found.flatMap((item) => item.found.people));
  for (const account of accounts) {
    people.add(personIdOf(account.startsWith('@') ? `login:${account.slice(1)}` : `account:${account}`));
  }
  const isErased = (state: PersonState): boolean =>
    people.has(state.id) || state.accounts.some((account) => accounts.has(account));
  const withChanges = files.flatMap((file) =>
    file.kind === 'report' && file.part === 'changes-index' ? [file.reportId] : [],
  );
  let masked = 0;
  for (const reportId of withChanges) masked += await eraser.maskChanges(reportId, isErased);
  return masked;
}

/** Their reasons are free text, and they are about findings that nobody will find again. */
async function removeDismissals(
  { dismissals }: ErasePersonalDataPorts,
  found: readonly FoundFile[],
): Promise<number> {
  const about = new Set(found.flatMap((item) => item.found.findings));
  const dismissed = (await dismissals.list()).filter(({ findingId }) => about.has(findingId));
  for (const { findingId } of dismissed) await dismissals.remove(findingId);
  return dismissed.length;
}

/** One that was held and never let in is known by its key, so under another it would come to count. */
async function eraseFromSnapshots(
  ports: ErasePersonalDataPorts,
  email: Email,
  found: readonly FoundFile[],
  state: KnownState,
): Promise<Pick<ErasureCounts, 'snapshotsRewritten' | 'snapshotsRemoved'>> {
  const held = await heldSnapshots(ports);
  const counts = { snapshotsRewritten: 0, snapshotsRemoved: 0 };
  for (const { file } of found) {
    if (file.kind !== 'snapshot' || standingOf(file, state) !== 'older') continue;
    if (held.has(file.key)) {
      await ports.eraser.remove(file);
      counts.snapshotsRemoved++;
    } else {
      await ports.eraser.rewriteSnapshot(file.snapshot, email);
      counts.snapshotsRewritten++;
    }
  }
  return counts;
}

/** Whole reports: their parts belong together, and readers may have the places of what is in them at hand. */
async function removeReports(
  { eraser }: ErasePersonalDataPorts,
  files: readonly StoredFile[],
  found: readonly FoundFile[],
): Promise<Pick<ErasureCounts, 'reportsRemoved' | 'downloadsRemoved'>> {
  const reportIds = new Set(found.flatMap(({ file }) => (file.kind === 'snapshot' ? [] : [file.reportId])));
  let downloadsRemoved = 0;
  for (const file of files) {
    if (file.kind === 'snapshot' || !reportIds.has(file.reportId)) continue;
    if (file.kind === 'report' && KEPT_PARTS.has(file.part)) continue;
    await eraser.remove(file);
    if (file.kind === 'download') downloadsRemoved++;
  }
  return { reportsRemoved: reportIds.size, downloadsRemoved };
}
