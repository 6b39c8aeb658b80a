import type { AuditRecorder } from '../../shared/audit-ports.ts';
import type { PersonalDataRequest, ShownPersonalData } from '../../shared/contracts/http/personal-data.ts';
import type { Order } from '../../shared/domain/audit.ts';
import type { PersonId } from '../../shared/domain/ledger.ts';
import type { CanonicalKey } from '../../shared/domain/person.ts';
import { type FoundFile, type RawUpload, standingOf } from '../../shared/domain/personal-data.ts';
import type { Dismissals } from '../../shared/findings-ports.ts';
import {
  type CurrentStatePorts,
  type KnownState,
  readCurrentState,
} from '../../shared/personal-data/current-state.ts';
import { type PeopleInLedgerPorts, peopleInLedger } from '../../shared/personal-data/people-in-ledger.ts';
import { searchFiles } from '../../shared/personal-data/search-files.ts';
import type { RawUploads, StoredFiles } from '../../shared/privacy-ports.ts';

export interface LookUpPersonalDataPorts extends CurrentStatePorts, PeopleInLedgerPorts {
  readonly audit: AuditRecorder;
  readonly files: StoredFiles;
  readonly rawUploads: RawUploads;
  readonly dismissals: Pick<Dismissals, 'list'>;
  /** Milliseconds since the epoch. */
  readonly nowMs: () => number;
}

/** HTTP APIs give up after 30 seconds; what is under way then takes some more. */
const SEARCH_MS = 15_000;

/** Everything stored about an address, as far as it can be read in time; the answer tells where to go on. */
export async function lookUpPersonalData(
  ports: LookUpPersonalDataPorts,
  { email, continueAfter }: PersonalDataRequest,
  order: Order,
): Promise<ShownPersonalData> {
  const subject = ports.personIdOf(`email:${email}`);
  await ports.audit.record(order, { action: 'look-up-personal-data', target: subject });
  const deadlineMs = ports.nowMs() + SEARCH_MS;
  const state = await readCurrentState(ports);
  const { found, stoppedAfter } = await searchFiles(
    ports.files,
    ports.files.list(continueAfter),
    email,
    () => ports.nowMs() < deadlineMs,
  );
  const byAddress = await peopleInLedger(ports, email);
  const byLogin = await peopleByLogin(ports, state, found);
  return {
    subject,
    people: [...new Set([...byAddress, ...byLogin])].sort(),
    files: found.map((item) => ({ ...item, standing: standingOf(item.file, state) })),
    dismissedFindings: await dismissedAmong(ports, found),
    uploads: await uploadsOf(ports),
    stoppedAfter,
  };
}

/** A SAML NameID may be the address although it leads to nobody: then the accounts that have it tell who it is. */
async function peopleByLogin(
  { people, personIdOf }: LookUpPersonalDataPorts,
  state: KnownState,
  found: readonly FoundFile[],
): Promise<PersonId[]> {
  const logins = found
    .filter(({ file }) => file.kind === 'snapshot' && standingOf(file, state) === 'current')
    .flatMap((item) => item.found.accounts)
    .filter((account) => account.startsWith('@'))
    .map((account): CanonicalKey => `login:${account.slice(1)}`);
  const known = await Promise.all(logins.map((key) => people.get(personIdOf(key))));
  return known.flatMap((person) => (person === null ? [] : [person.id]));
}

async function dismissedAmong(
  { dismissals }: LookUpPersonalDataPorts,
  found: readonly FoundFile[],
): Promise<ShownPersonalData['dismissedFindings']> {
  const about = new Set(found.flatMap((item) => item.found.findings));
  return (await dismissals.list()).map(({ findingId }) => findingId).filter((id) => about.has(id));
}

async function uploadsOf({ rawUploads }: LookUpPersonalDataPorts): Promise<RawUpload[]> {
  const uploads: RawUpload[] = [];
  for await (const upload of rawUploads.list()) uploads.push(upload);
  return uploads;
}
