import type { Email } from '../domain/email.ts';
import type { PersonId } from '../domain/ledger.ts';
import type { CanonicalKey } from '../domain/person.ts';
import type { PeopleLedger } from '../ports.ts';

export interface PeopleInLedgerPorts {
  readonly people: Pick<PeopleLedger, 'get' | 'findLookups' | 'readNotes'>;
  readonly personIdOf: (key: CanonicalKey) => PersonId;
}

/** Everybody to whom the address leads, also by what a merge that died has left. Sorted. */
export async function peopleInLedger(
  { people, personIdOf }: PeopleInLedgerPorts,
  email: Email,
): Promise<PersonId[]> {
  const knownByIt = personIdOf(`email:${email}`);
  const [person, lookups, notes] = await Promise.all([
    people.get(knownByIt),
    people.findLookups(email),
    people.readNotes(),
  ]);
  const noted = notes
    .flatMap((note) => note.people)
    .filter(({ lookupEmails }) => lookupEmails.includes(email));
  const ids = [...lookups.map(({ personId }) => personId), ...noted.map(({ id }) => id)];
  return [...new Set(person === null ? ids : [knownByIt, ...ids])].sort();
}
