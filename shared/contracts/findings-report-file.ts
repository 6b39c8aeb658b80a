import * as z from 'zod';
import { FINDING_KINDS } from '../domain/finding.ts';
import type { CanonicalKey } from '../domain/person.ts';
import type { FindingId, StoredFinding } from '../domain/stored-finding.ts';
import { storedSourceId } from './ledger/snapshot-ref.ts';
import { storedAccountKey, storedEmail, storedInstant } from './stored-values.ts';

const isString = (value: unknown): boolean => typeof value === 'string';

const storedFindingId = z.custom<FindingId>(isString, 'expected a finding id');
const storedCanonicalKey = z.custom<CanonicalKey>(isString, 'expected a canonical key');

const storedFinding = z.object({
  id: storedFindingId,
  kind: z.enum(FINDING_KINDS),
  accounts: z.array(storedAccountKey),
  sources: z.array(storedSourceId),
  people: z.array(storedCanonicalKey),
  emails: z.array(storedEmail),
  numbers: z.object({ told: z.number(), counted: z.number() }).optional(),
  seats: z.int(),
  first_seen_at: storedInstant,
});

/** When a finding was seen last is said once, in the index. */
export type FindingOfReport = Omit<StoredFinding, 'lastSeenAt'>;

/** A line of a report's findings, without its line feed. */
export function findingLine(finding: FindingOfReport): string {
  const stored: z.infer<typeof storedFinding> = {
    id: finding.id,
    kind: finding.kind,
    accounts: finding.accounts.slice(),
    sources: finding.sources.slice(),
    people: finding.people.slice(),
    emails: finding.emails.slice(),
    numbers: finding.numbers ?? undefined,
    seats: finding.seats,
    first_seen_at: finding.firstSeenAt,
  };
  return JSON.stringify(stored);
}

/** Throws SyntaxError or ZodError when the line is not one of `findingLine`. */
export function parseFindingLine(line: string): FindingOfReport {
  const { numbers = null, first_seen_at: firstSeenAt, ...same } = storedFinding.parse(JSON.parse(line));
  return { ...same, numbers, firstSeenAt };
}

/** Of an id, which is a hash in hex. */
export const FINDING_ID_LENGTH = 32;

/** Where each block of findings is, and what must be known to filter and count them without reading it. */
export const findingsIndex = z.object({
  format: z.literal('findings-index/2'),
  seen_at: storedInstant,
  findings_per_block: z.int().positive(),
  blocks: z.array(z.object({ offset: z.int(), length: z.int() })),
  /** Kinds and sources as they occur together. */
  groups: z.array(z.object({ kind: z.enum(FINDING_KINDS), sources: z.array(storedSourceId) })),
  /** Of every finding, in order: the number of its group. */
  finding_groups: z.array(z.int()),
  /** The ids in the same order, one text of them all: for each a text of its own would take four times the memory. */
  ids: z.string(),
});

export type FindingsIndex = z.infer<typeof findingsIndex>;

/** Whom the findings are about, in their order: what must be known to find those about one person. */
export const findingsPeople = z.object({
  format: z.literal('findings-people/1'),
  people: z.array(z.array(storedCanonicalKey)),
});

export type FindingsPeople = z.infer<typeof findingsPeople>;
