import type { LicenseType } from './account.ts';
import type { ConsumptionReason } from './consumption.ts';
import type { Email } from './email.ts';
import type { HostName } from './host-name.ts';
import type { PersonId } from './ledger.ts';
import type { Person } from './person.ts';
import { compareText } from './row-key.ts';

/** A person as a listing shows it. */
export interface PersonSummary {
  readonly id: PersonId;
  /** Cloud login as GitHub spells it. */
  readonly login: string | null;
  /** Every address of the person, sorted. */
  readonly emails: readonly Email[];
  readonly serverAccounts: number;
  /** Of the instances that they are on. Sorted, each once. */
  readonly hostNames: readonly HostName[];
  readonly consumes: boolean;
  readonly reason: ConsumptionReason;
  readonly licenseType: LicenseType | null;
}

/** Every address that leads to the person: of the accounts, primary and further, and of subscriptions. Sorted. */
export function emailsOf(person: Person): readonly Email[] {
  const emails = new Set<Email>(person.visualStudioSubscriptions);
  for (const email of person.cloudAccount?.verifiedEmails ?? []) emails.add(email);
  for (const account of person.serverAccounts) {
    if (account.primaryEmail !== null) emails.add(account.primaryEmail);
    for (const email of account.furtherEmails ?? []) emails.add(email);
  }
  return [...emails].sort();
}

/** The addresses for which a look-up item leads to the person: all but the one the person's id derives from. */
export function lookupEmailsOf(person: Person): readonly Email[] {
  return emailsOf(person).filter((email) => person.key !== `email:${email}`);
}

export function summarize(id: PersonId, person: Person): PersonSummary {
  return {
    id,
    login: person.cloudAccount?.login ?? null,
    emails: emailsOf(person),
    serverAccounts: person.serverAccounts.length,
    // They are sorted by host name.
    hostNames: [...new Set(person.serverAccounts.map(({ hostName }) => hostName))],
    consumes: person.consumption.consumes,
    reason: person.consumption.reason,
    licenseType: person.consumption.licenseType,
  };
}

/** What decides where in listings a person comes. */
export interface ListingPlace {
  readonly login: string | null;
  readonly firstEmail: Email | null;
}

export function placeOf({ login, emails }: PersonSummary): ListingPlace {
  return { login, firstEmail: emails[0] ?? null };
}

/** By login in lower case, people without one after, by first address. 0 where the ids have to decide. */
export function comparePlaces(a: ListingPlace, b: ListingPlace): number {
  if (a.login === b.login) return compareText(a.firstEmail ?? '', b.firstEmail ?? '');
  if (a.login === null || b.login === null) return a.login === null ? 1 : -1;
  return compareText(a.login.toLowerCase(), b.login.toLowerCase());
}

/** The order of listings: by place, then id. */
export function compareSummaries(a: PersonSummary, b: PersonSummary): number {
  return comparePlaces(placeOf(a), placeOf(b)) || compareText(a.id, b.id);
}
