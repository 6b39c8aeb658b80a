import { parsePersonId } from '../../shared/contracts/http/people.ts';
import { type PersonBody, personBody } from '../../shared/contracts/http/person.ts';
import type { PeopleLedger, UsageLedger } from '../../shared/ports.ts';

interface ReadPersonPorts {
  readonly people: PeopleLedger;
  readonly usage: UsageLedger;
}

/** Null when there is no such person. */
export async function readPerson(
  { people, usage }: ReadPersonPorts,
  id: string | undefined,
): Promise<PersonBody | null> {
  const personId = parsePersonId(id);
  if (personId === null) return null;
  const [person, committed] = await Promise.all([people.get(personId), usage.read()]);
  return person && personBody(person, committed?.snapshots ?? []);
}
