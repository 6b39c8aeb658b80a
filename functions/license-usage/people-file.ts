import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type CsvColumn, csvText } from '../../shared/contracts/report-csv/csv-text.ts';
import { type AccountKey, cloudAccountKey, serverAccountKey } from '../../shared/domain/account.ts';
import type { ConsumptionReason } from '../../shared/domain/consumption.ts';
import type { Email } from '../../shared/domain/email.ts';
import type { PersonId } from '../../shared/domain/ledger.ts';
import type { Person } from '../../shared/domain/person.ts';
import { emailsOf } from '../../shared/domain/person-summary.ts';
import { personIdOf } from '../../shared/runtime/fingerprint.ts';
import { jsonList } from './json-list.ts';

export const OUT_ENDINGS: readonly string[] = ['.csv', '.json'];

/** One person, as written. */
interface PersonRecord {
  /** The same as in the ledger. */
  readonly id: PersonId;
  /** Cloud login as GitHub spells it. */
  readonly login: string | null;
  readonly accounts: readonly AccountKey[];
  readonly emails: readonly Email[];
  readonly consumes: boolean;
  readonly reason: ConsumptionReason;
}

/** Only its owner may read the file: it holds logins and addresses. */
const OWNER_ONLY = 0o600;

const COLUMNS: readonly CsvColumn<PersonRecord>[] = [
  ['id', ({ id }) => id],
  ['login', ({ login }) => login],
  ['accounts', ({ accounts }) => accounts],
  ['emails', ({ emails }) => emails],
  ['consumes', ({ consumes }) => consumes],
  ['reason', ({ reason }) => reason],
];

/** Writes the people, a few at a time, in the form that the ending of the path names. */
export async function writePeople(people: Iterable<Person>, path: string): Promise<void> {
  const records = Iterator.from(people).map(recordOf);
  const text = path.endsWith('.csv')
    ? csvText(COLUMNS, records, { byteOrderMark: false })
    : jsonList(records);
  await pipeline(text, createWriteStream(path, { mode: OWNER_ONLY }));
}

function recordOf(person: Person): PersonRecord {
  const { key, cloudAccount, serverAccounts, consumption } = person;
  return {
    id: personIdOf(key),
    login: cloudAccount?.login ?? null,
    accounts: [
      ...(cloudAccount === null ? [] : [cloudAccountKey(cloudAccount.login)]),
      ...serverAccounts.map(({ hostName, userId }) => serverAccountKey(hostName, userId)),
    ],
    emails: emailsOf(person),
    consumes: consumption.consumes,
    reason: consumption.reason,
  };
}
