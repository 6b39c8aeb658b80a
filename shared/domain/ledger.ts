import type { Email } from './email.ts';
import type { Person } from './person.ts';

/** Opaque: a hash of the person's canonical key, in hex. Its first two digits name the shard. */
export type PersonId = string & { readonly __brand: 'PersonId' };

/** Two hex digits: people are spread over 256 shards. */
export type Shard = string & { readonly __brand: 'Shard' };

export const SHARDS: readonly Shard[] = Array.from(
  { length: 256 },
  (_, index) => index.toString(16).padStart(2, '0') as Shard,
);

export function shardOf(id: PersonId): Shard {
  return id.slice(0, 2) as Shard;
}

/** What the ledger remembers of a person besides the person. */
export interface PersonHistory {
  readonly firstSeenAt: string;
  /** Null while no license is consumed. */
  readonly consumesSince: string | null;
  /** Generation (see CommittedUsage) of the merge that added the person, and of the last that changed it. */
  readonly addedIn: number;
  readonly changedIn: number;
}

/** A person as stored. */
export interface LedgerPerson extends PersonHistory {
  readonly id: PersonId;
  /** Of the person's content: equal people have equal digests. */
  readonly digest: string;
  readonly person: Person;
}

/** The part of a stored person that the comparison needs. */
export interface LedgerEntry extends PersonHistory {
  readonly id: PersonId;
  readonly digest: string;
  /** The addresses for which look-up items lead to the person. */
  readonly lookupEmails: readonly Email[];
}

/** An address that is not the person's canonical key and leads to the person all the same. */
export interface EmailLookup {
  readonly email: Email;
  readonly personId: PersonId;
}

/**
 * In place of the digest of a person whom a note names: it equals no digest, so that a merge which finds the note,
 * because the one before died there, writes the person and every look-up again.
 */
export const UNSETTLED = '';

/** A stored person whose look-ups are about to change: `lookupEmails` are those before and those after. */
export interface UnsettledEntry {
  readonly id: PersonId;
  readonly lookupEmails: readonly Email[];
}

/** Written before look-ups of people change, and removed after: one that is found is of a merge that crashed. */
export interface UnsettledNote {
  readonly id: string;
  readonly people: readonly UnsettledEntry[];
}

/** What to write so that one shard of the ledger, or several, show the people given. */
export interface ShardPlan {
  /** To be noted before the look-ups of people who are already there change. */
  readonly unsettles: readonly UnsettledEntry[];
  readonly lookupPuts: readonly EmailLookup[];
  readonly lookupDeletes: readonly EmailLookup[];
  readonly puts: readonly LedgerPerson[];
  readonly deletes: readonly PersonId[];
}
