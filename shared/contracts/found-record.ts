import * as z from 'zod';
import { type AccountKey, cloudAccountKey, serverAccountKey } from '../domain/account.ts';
import type { PersonId } from '../domain/ledger.ts';
import type { FoundRecords, StoredFile } from '../domain/personal-data.ts';
import type { FindingId } from '../domain/stored-finding.ts';
import type { SourceId } from '../domain/usage-snapshot.ts';
import { storedHostName, storedPersonId } from './stored-values.ts';

const accountRecord = z.object({ user_id: z.int() });

const cloudRecord = z.object({
  login: z.string().optional(),
  server_accounts: z.array(z.object({ host_name: storedHostName.optional(), user_id: z.int() })).default([]),
});

const personRecord = z.object({ id: storedPersonId });

const isString = (value: unknown): boolean => typeof value === 'string';
const findingRecord = z.object({ id: z.custom<FindingId>(isString, 'expected a finding id') });

/** Whose the lines of a file are. Throws SyntaxError or ZodError for what is no record of such a file. */
export function foundRecords(file: StoredFile, lines: readonly string[]): FoundRecords {
  return {
    records: lines.length,
    accounts: file.kind === 'snapshot' ? accountsOf(file.snapshot.source, lines) : [],
    people: isPart(file, 'people') ? lines.map(personOf) : [],
    findings: isPart(file, 'findings') ? lines.map(findingOf) : [],
  };
}

function isPart(file: StoredFile, part: string): boolean {
  return file.kind === 'report' && file.part === part;
}

function personOf(line: string): PersonId {
  return personRecord.parse(JSON.parse(line)).id;
}

function findingOf(line: string): FindingId {
  return findingRecord.parse(JSON.parse(line)).id;
}

function accountsOf(source: SourceId, lines: readonly string[]): AccountKey[] {
  const host = source.startsWith('server:') ? storedHostName.parse(source.slice('server:'.length)) : null;
  const keys = lines.flatMap((line): AccountKey[] => {
    const record: unknown = JSON.parse(line);
    if (host !== null) return [serverAccountKey(host, accountRecord.parse(record).user_id)];
    const { login, server_accounts: matched } = cloudRecord.parse(record);
    const servers = matched.flatMap(({ host_name: hostName, user_id: userId }) =>
      hostName === undefined ? [] : [serverAccountKey(hostName, userId)],
    );
    return login === undefined ? servers : [cloudAccountKey(login), ...servers];
  });
  return [...new Set(keys)].sort();
}
