import * as z from 'zod';
import type { Email } from '../../domain/email.ts';
import {
  type EmailLookup,
  type LedgerEntry,
  type LedgerPerson,
  type PersonId,
  type Shard,
  shardOf,
} from '../../domain/ledger.ts';
import { lookupEmailsOf } from '../../domain/person-summary.ts';
import { storedEmail, storedInstant, storedPersonId } from '../stored-values.ts';
import { type ItemKey, itemBase, parseItem, SCHEMA_VERSION } from './item.ts';
import { restorePerson, storedPerson, storePerson } from './stored-person.ts';

const entryItem = z.object({
  sk: storedPersonId,
  schema_version: itemBase.schema_version,
  digest: z.string(),
  first_seen_at: storedInstant,
  consumes_since: storedInstant.optional(),
  added_in: z.int(),
  changed_in: z.int(),
  lookup_emails: z.array(storedEmail),
});

/** What `parseEntryItem` needs of a person's item. */
export const ENTRY_ATTRIBUTES: readonly string[] = Object.keys(entryItem.shape);

/**
 * JSON in one attribute: nobody asks DynamoDB about the inside of a person, and as nested attributes it takes more
 * than twice the time to write.
 */
const personText = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'expected JSON' });
      return z.NEVER;
    }
  })
  .pipe(storedPerson);

const personItem = entryItem.extend({ pk: itemBase.pk, person: personText });

const lookupItem = z.object({ ...itemBase, sk: storedPersonId });

export function shardPartition(shard: Shard): string {
  return `people#${shard}`;
}

export function personKey(id: PersonId): ItemKey {
  return { pk: shardPartition(shardOf(id)), sk: id };
}

export function personItemOf(ledgerPerson: LedgerPerson): z.input<typeof personItem> {
  const { id, person } = ledgerPerson;
  return {
    pk: shardPartition(shardOf(id)),
    sk: id,
    schema_version: SCHEMA_VERSION,
    digest: ledgerPerson.digest,
    first_seen_at: ledgerPerson.firstSeenAt,
    consumes_since: ledgerPerson.consumesSince ?? undefined,
    added_in: ledgerPerson.addedIn,
    changed_in: ledgerPerson.changedIn,
    lookup_emails: lookupEmailsOf(person).slice(),
    person: JSON.stringify(storePerson(person)),
  };
}

/** Throws UnreadableItemError. */
export function parsePersonItem(item: unknown): LedgerPerson {
  const stored = parseItem('person', personItem, item);
  const { lookupEmails, ...entry } = restoreEntry(stored);
  return { ...entry, person: restorePerson(stored.person) };
}

/** Throws UnreadableItemError. */
export function parseEntryItem(item: unknown): LedgerEntry {
  return restoreEntry(parseItem('person', entryItem, item));
}

function restoreEntry(stored: z.infer<typeof entryItem>): LedgerEntry {
  return {
    id: stored.sk,
    digest: stored.digest,
    firstSeenAt: stored.first_seen_at,
    consumesSince: stored.consumes_since ?? null,
    addedIn: stored.added_in,
    changedIn: stored.changed_in,
    lookupEmails: stored.lookup_emails,
  };
}

export function lookupPartition(email: Email): string {
  return `email#${email}`;
}

export function lookupKey({ email, personId }: EmailLookup): ItemKey {
  return { pk: lookupPartition(email), sk: personId };
}

export function lookupItemOf(lookup: EmailLookup): z.infer<typeof lookupItem> {
  return { pk: lookupPartition(lookup.email), sk: lookup.personId, schema_version: SCHEMA_VERSION };
}

/** Throws UnreadableItemError. */
export function parseLookupItem(email: Email, item: unknown): EmailLookup {
  return { email, personId: parseItem('look-up', lookupItem, item).sk };
}
