import type { AccountKey } from '../../shared/domain/account.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { findingIdOf, type StoredFinding } from '../../shared/domain/stored-finding.ts';
import { digestOf } from '../../shared/runtime/fingerprint.ts';

/** About one dormant account of `ghes.example.com`, unless told otherwise. */
export function findingOf(userId: number, facts: Partial<Finding> = {}): Finding {
  return {
    kind: 'dormant-and-consuming',
    accounts: [`ghes.example.com:${userId}` as AccountKey],
    sources: ['server:ghes.example.com'],
    people: [`account:ghes.example.com:${userId}`],
    emails: [],
    numbers: null,
    seats: 1,
    ...facts,
  };
}

export const FIRST_SEEN_AT = '2026-01-01T00:00:00.000Z';
export const LAST_SEEN_AT = '2026-03-01T00:00:00.000Z';

/** The same, as reports have it. */
export function storedFindingOf(userId: number, facts: Partial<Finding> = {}): StoredFinding {
  const finding = findingOf(userId, facts);
  const id = findingIdOf(finding, digestOf);
  return { ...finding, id, firstSeenAt: FIRST_SEEN_AT, lastSeenAt: LAST_SEEN_AT };
}
