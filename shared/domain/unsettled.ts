import type { Email } from './email.ts';
import { type LedgerEntry, type PersonId, UNSETTLED, type UnsettledNote } from './ledger.ts';

/** Who is noted, with all addresses that any note has of the person. */
export function unsettledPeople(notes: readonly UnsettledNote[]): Map<PersonId, Set<Email>> {
  const noted = new Map<PersonId, Set<Email>>();
  for (const { id, lookupEmails } of notes.flatMap(({ people }) => people)) {
    noted.set(id, new Set([...(noted.get(id) ?? []), ...lookupEmails]));
  }
  return noted;
}

/** What is to be thought of an entry: of somebody noted, neither digest nor look-ups can be trusted. */
export function asNoted(entry: LedgerEntry, noted: ReadonlyMap<PersonId, ReadonlySet<Email>>): LedgerEntry {
  const emails = noted.get(entry.id);
  if (emails === undefined) return entry;
  return { ...entry, digest: UNSETTLED, lookupEmails: [...emails.union(new Set(entry.lookupEmails))].sort() };
}
