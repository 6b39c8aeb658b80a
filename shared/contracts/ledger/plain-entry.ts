import type { Email } from '../../domain/email.ts';
import type { LedgerEntry, PersonId } from '../../domain/ledger.ts';
import { isStoredInstant } from '../stored-values.ts';
import { SCHEMA_VERSION } from './item.ts';

/** An item as DynamoDB sends it: each value under the name of its type, numbers as text. */
export type SentItem = Readonly<Record<string, SentValue | undefined>>;

interface SentValue {
  readonly S?: unknown;
  readonly N?: unknown;
  readonly L?: unknown;
}

/**
 * The entry of a person's item that is as `personItemOf` writes it, in a fraction of the time that its schema takes.
 * Null for every other item: the schema judges it, and tells what is wrong.
 */
export function plainEntryOf(item: SentItem): LedgerEntry | null {
  const id = item.sk?.S;
  const digest = item.digest?.S;
  const firstSeenAt = item.first_seen_at?.S;
  const consumesSince = item.consumes_since === undefined ? null : item.consumes_since.S;
  const addedIn = wholeNumberOf(item.added_in);
  const changedIn = wholeNumberOf(item.changed_in);
  const lookupEmails = emailsOf(item.lookup_emails);
  if (
    item.schema_version?.N !== VERSION ||
    typeof id !== 'string' ||
    typeof digest !== 'string' ||
    !isStoredInstant(firstSeenAt) ||
    !(consumesSince === null || isStoredInstant(consumesSince)) ||
    addedIn === null ||
    changedIn === null ||
    lookupEmails === null
  ) {
    return null;
  }
  return { id: id as PersonId, digest, firstSeenAt, consumesSince, addedIn, changedIn, lookupEmails };
}

const VERSION = String(SCHEMA_VERSION);

function wholeNumberOf(value: SentValue | undefined): number | null {
  const number = typeof value?.N === 'string' ? Number(value.N) : null;
  return Number.isSafeInteger(number) ? number : null;
}

function emailsOf(value: SentValue | undefined): readonly Email[] | null {
  if (!Array.isArray(value?.L)) return null;
  const emails: Email[] = [];
  for (const sent of value.L) {
    if (typeof sent?.S !== 'string') return null;
    emails.push(sent.S as Email);
  }
  return emails;
}
