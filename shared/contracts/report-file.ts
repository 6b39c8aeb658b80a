import * as z from 'zod';
import { CONSUMPTION_REASONS } from '../domain/consumption.ts';
import type { PersonSummary } from '../domain/person-summary.ts';
import { storedEmail, storedHostName, storedLicenseType, storedPersonId } from './stored-values.ts';

const storedSummary = z.object({
  id: storedPersonId,
  login: z.string().optional(),
  emails: z.array(storedEmail),
  server_accounts: z.int(),
  host_names: z.array(storedHostName).optional(),
  consumes: z.boolean(),
  reason: z.enum(CONSUMPTION_REASONS),
  license_type: storedLicenseType.optional(),
});

/** A line of a report's people, without its line feed. */
export function summaryLine(summary: PersonSummary): string {
  const stored: z.infer<typeof storedSummary> = {
    id: summary.id,
    login: summary.login ?? undefined,
    emails: summary.emails.slice(),
    server_accounts: summary.serverAccounts,
    host_names: summary.hostNames.length > 0 ? [...summary.hostNames] : undefined,
    consumes: summary.consumes,
    reason: summary.reason,
    license_type: summary.licenseType ?? undefined,
  };
  return JSON.stringify(stored);
}

/** Throws SyntaxError or ZodError when the line is not one of `summaryLine`. */
export function parseSummaryLine(line: string): PersonSummary {
  const stored = storedSummary.parse(JSON.parse(line));
  const { id, emails, consumes, reason, server_accounts: serverAccounts } = stored;
  const { login = null, license_type: licenseType = null, host_names: hostNames = [] } = stored;
  return { id, login, emails, serverAccounts, hostNames, consumes, reason, licenseType };
}

/** A gzip member of its own inside a longer object. */
const block = {
  /** Bytes from the start of the object. */
  offset: z.int(),
  /** Bytes. */
  length: z.int(),
};

/** Where each block of people is. Every block but the last holds `people_per_block` of them. */
export const peopleIndex = z.object({
  format: z.literal('people-index/1'),
  people: z.int(),
  people_per_block: z.int().positive(),
  blocks: z.array(z.object(block)),
});

export type PeopleIndex = z.infer<typeof peopleIndex>;

/**
 * One term by which a person is found: `[term, position, shared]`. The position, from 0, is among the report's
 * people. `shared` is the number of characters with which the person's term before this one begins in the same
 * way; -1 for the person's first. So a person of whom several terms begin with a prefix is found at the first of
 * them, the one whose `shared` is below the length of the prefix.
 */
const searchEntry = z.tuple([z.string(), z.int(), z.int()]);

export type SearchEntry = z.infer<typeof searchEntry>;

/** A line of a report's terms, without its line feed. */
export function searchEntryLine(entry: SearchEntry): string {
  return JSON.stringify(entry);
}

/** Throws SyntaxError or ZodError when the line is not one of `searchEntryLine`. */
export function parseSearchEntryLine(line: string): SearchEntry {
  return searchEntry.parse(JSON.parse(line));
}

/** Where each block of terms is, and what must be known to count people without reading it. */
export const searchIndex = z.object({
  format: z.literal('search-index/1'),
  blocks: z.array(
    z.object({
      ...block,
      first: z.string(),
      /** How many entries there are with each number of shared characters: `[shared, entries]`. */
      entries_by_shared: z.array(z.tuple([z.int(), z.int()])),
    }),
  ),
});

export type SearchIndex = z.infer<typeof searchIndex>;
export type SearchBlock = SearchIndex['blocks'][number];
