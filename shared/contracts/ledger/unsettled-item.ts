import * as z from 'zod';
import type { PersonId, UnsettledEntry, UnsettledNote } from '../../domain/ledger.ts';
import { storedEmail } from '../stored-values.ts';
import { type ItemKey, itemBase, parseItem, SCHEMA_VERSION } from './item.ts';

export const UNSETTLED_PARTITION = 'unsettled';

/** DynamoDB takes items of 400 KB; one more person, who fits into an item of their own, always fits. */
const MOST_CHARACTERS = 150_000;

const unsettledItem = z.object({
  ...itemBase,
  /** Addresses by person: those before the change and those after. */
  people: z.record(z.string(), z.array(storedEmail)),
});

export function unsettledKey(noteId: string): ItemKey {
  return { pk: UNSETTLED_PARTITION, sk: noteId };
}

/** As few notes as will do: DynamoDB charges each by its begun kilobytes. */
export function notesOf(entries: readonly UnsettledEntry[], newId: () => string): UnsettledNote[] {
  const groups: UnsettledEntry[][] = [];
  let characters = MOST_CHARACTERS;
  for (const entry of entries) {
    const more = entry.id.length + entry.lookupEmails.join().length;
    if (characters + more > MOST_CHARACTERS) {
      groups.push([]);
      characters = 0;
    }
    groups.at(-1)?.push(entry);
    characters += more;
  }
  return groups.map((people) => ({ id: newId(), people }));
}

export function unsettledItemOf({ id, people }: UnsettledNote): z.infer<typeof unsettledItem> {
  const emailsById = people.map((entry) => [entry.id, entry.lookupEmails.slice()]);
  return { ...unsettledKey(id), schema_version: SCHEMA_VERSION, people: Object.fromEntries(emailsById) };
}

/** Throws UnreadableItemError. */
export function parseUnsettledItem(item: unknown): UnsettledNote {
  const { sk, people } = parseItem('unsettled', unsettledItem, item);
  const entries = Object.entries(people);
  return { id: sk, people: entries.map(([id, lookupEmails]) => ({ id: id as PersonId, lookupEmails })) };
}
