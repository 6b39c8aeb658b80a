import type { AuditRecorder } from '../../shared/audit-ports.ts';
import type { Order } from '../../shared/domain/audit.ts';
import type { Email } from '../../shared/domain/email.ts';
import type { Erasure, Refusal } from '../../shared/domain/erasure.ts';
import { type StoredFile, standingOf } from '../../shared/domain/personal-data.ts';
import {
  type CurrentStatePorts,
  type KnownState,
  readCurrentState,
} from '../../shared/personal-data/current-state.ts';
import { type PeopleInLedgerPorts, peopleInLedger } from '../../shared/personal-data/people-in-ledger.ts';
import { refusalsOf } from '../../shared/personal-data/refusals.ts';
import { searchFiles } from '../../shared/personal-data/search-files.ts';
import type { ErasureLog, ErasureStarter, StoredFiles } from '../../shared/privacy-ports.ts';

export interface RequestErasurePorts extends CurrentStatePorts, PeopleInLedgerPorts {
  readonly audit: AuditRecorder;
  readonly files: StoredFiles;
  readonly erasures: ErasureLog;
  readonly erasureStarter: ErasureStarter;
  /** A new ULID. */
  readonly newId: () => string;
}

export type RequestedErasure =
  | { readonly outcome: 'requested'; readonly erasure: Erasure }
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Refuses at once what the present forbids. A request that is refused is recorded as well: the refusal tells whether
 * the address is there.
 */
export async function requestErasure(
  ports: RequestErasurePorts,
  email: Email,
  order: Order,
): Promise<RequestedErasure> {
  const subject = ports.personIdOf(`email:${email}`);
  await ports.audit.record(order, { action: 'erase-personal-data', target: subject });
  const refusals = await presentRefusals(ports, email);
  if (refusals.length > 0) return { outcome: 'refused', refusals };
  const erasure: Erasure = {
    id: ports.newId(),
    subject,
    requestedAt: order.now.toISOString(),
    requestedBy: order.by,
    state: 'requested',
    endedAt: null,
    refusals: [],
    counts: null,
  };
  await ports.erasures.save(erasure);
  await ports.erasureStarter.start(erasure.id, email);
  return { outcome: 'requested', erasure };
}

async function presentRefusals(ports: RequestErasurePorts, email: Email): Promise<Refusal[]> {
  const state = await readCurrentState(ports);
  const { found } = await searchFiles(ports.files, filesOfPresent(ports, state), email);
  return refusalsOf({ state, found, people: await peopleInLedger(ports, email) });
}

async function* filesOfPresent(
  { files }: RequestErasurePorts,
  state: KnownState,
): AsyncGenerator<StoredFile> {
  for await (const file of files.list(null)) if (standingOf(file, state) !== 'older') yield file;
}
