import * as z from 'zod';
import { FINDING_KINDS, type Finding } from '../domain/finding.ts';
import type { PersonId } from '../domain/ledger.ts';
import type { CanonicalKey } from '../domain/person.ts';
import { findingIdOf } from '../domain/stored-finding.ts';
import { findingText } from './http/finding-texts.ts';
import { usageSchema } from './http/usage.ts';

/** What became of a file: `superseded_by` is one of the same source and channel that was modified later. */
const reportedFileSchema = z.strictObject({
  path: z.string(),
  modified_at: z.iso.datetime(),
  outcome: z.enum(['counted', 'superseded', 'encrypted']),
  source: z.string().nullable(),
  superseded_by: z.string().nullable(),
});
export type ReportedFile = z.output<typeof reportedFileSchema>;

/**
 * As in `GET /findings`, but for what only a merge can tell. `people` are ids, the same as in the ledger; `emails` are
 * there when they were asked for, and else left out of `fix` as well.
 */
const reportedFindingSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(FINDING_KINDS),
  title: z.string(),
  fix: z.string(),
  accounts: z.array(z.string()),
  sources: z.array(z.string()),
  people: z.array(z.string()),
  emails: z.array(z.string()).optional(),
  seats: z.int().min(0),
  numbers: z.strictObject({ told: z.number(), counted: z.number() }).nullable(),
});
export type ReportedFinding = z.output<typeof reportedFindingSchema>;

/** `license-usage report --json`. `usage` is that of `GET /usage`, with null for what only a merge can tell. */
export const usageReportSchema = z.strictObject({
  usage: usageSchema,
  /** Modified last first. */
  files: z.array(reportedFileSchema),
  /** Most seats first. */
  findings: z.array(reportedFindingSchema),
});
export type UsageReportBody = z.output<typeof usageReportSchema>;

export function reportedFinding(
  finding: Finding,
  options: {
    readonly personIdOf: (key: CanonicalKey) => PersonId;
    readonly digestOf: (text: string) => string;
    readonly showPeople: boolean;
  },
): ReportedFinding {
  const { kind, accounts, sources, people, emails, seats, numbers } = finding;
  return {
    id: findingIdOf(finding, options.digestOf),
    kind,
    title: findingText(finding).title,
    fix: findingFix(finding, options),
    accounts: [...accounts],
    sources: [...sources],
    people: people.map(options.personIdOf),
    ...(options.showPeople && { emails: [...emails] }),
    seats,
    numbers,
  };
}

const HIDDEN_EMAIL = '***';

/** What to do about it, with the addresses hidden from who did not ask for them. */
export function findingFix(finding: Finding, { showPeople }: { readonly showPeople: boolean }): string {
  const { fix } = findingText(finding);
  if (showPeople) return fix;
  return finding.emails.reduce((text, email) => text.replaceAll(email, HIDDEN_EMAIL), fix);
}
