import * as z from 'zod';
import { FINDING_KINDS, type FindingKind } from '../../domain/finding.ts';
import type { PersonId } from '../../domain/ledger.ts';
import type { CanonicalKey } from '../../domain/person.ts';
import type { Dismissal, FindingId, StoredFinding } from '../../domain/stored-finding.ts';
import type { SourceId } from '../../domain/usage-snapshot.ts';
import type { Page, PageRequest } from '../../ports.ts';
import { findingText } from './finding-texts.ts';
import { pageQuery, pageRequestOf } from './paging.ts';
import { personIdSchema } from './people.ts';
import { sourceTerm } from './source-term.ts';

/** Opaque to clients. */
const findingIdSchema = z.string().regex(/^[\da-f]{32}$/);

/** Null for what cannot be a finding's id. */
export function parseFindingId(text: string | undefined): FindingId | null {
  return findingIdSchema.safeParse(text).success ? (text as FindingId) : null;
}

export interface FindingsQuery {
  /** Null: of every kind, of every source. */
  readonly kind: FindingKind | null;
  readonly source: SourceId | null;
  /** Null: about anybody. */
  readonly person: PersonId | null;
  /** Whether dismissed findings are left out, wanted alone, or shown among the others. */
  readonly dismissed: 'false' | 'true' | 'all';
  readonly page: PageRequest;
}

/** `GET /findings`: `kind`, `source`, `person`, `dismissed`. Empty is absent. */
export const findingsQuerySchema = z
  .object({
    ...pageQuery,
    kind: z.enum([...FINDING_KINDS, ''], `must be one of ${FINDING_KINDS.join(', ')}`).default(''),
    source: sourceTerm,
    person: z.union([personIdSchema, z.literal('')], "must be a person's id").default(''),
    dismissed: z.enum(['false', 'true', 'all'], 'must be false, true or all').default('false'),
  })
  .transform(
    ({ kind, source, person, dismissed, ...page }): FindingsQuery => ({
      kind: kind === '' ? null : kind,
      source,
      person: person === '' ? null : (person as PersonId),
      dismissed,
      page: pageRequestOf(page),
    }),
  );

const dismissalSchema = z.strictObject({ reason: z.string(), by: z.string(), at: z.iso.datetime() });

/**
 * `accounts` are `host:id` or `@login`; `emails` the addresses that show it. `numbers`: two that should be one. `seats`:
 * the user licenses that GitHub would count less once it is put right.
 */
const findingSchema = z.strictObject({
  id: findingIdSchema,
  kind: z.enum(FINDING_KINDS),
  title: z.string(),
  meaning: z.string(),
  fix: z.string(),
  accounts: z.array(z.string()),
  sources: z.array(z.string()),
  people: z.array(personIdSchema),
  emails: z.array(z.string()),
  seats: z.int().min(0),
  numbers: z.strictObject({ told: z.number(), counted: z.number() }).nullable(),
  first_seen_at: z.iso.datetime(),
  last_seen_at: z.iso.datetime(),
  dismissed: dismissalSchema.nullable(),
});

/** `GET /findings`, one page. */
export const findingsSchema = z.strictObject({
  total_count: z.int().min(0),
  findings: z.array(findingSchema),
});
export type FindingsBody = z.output<typeof findingsSchema>;

/** A finding as owners see it. */
export interface ShownFinding {
  readonly finding: StoredFinding;
  readonly dismissal: Dismissal | null;
}

export function findingsBody(
  page: Page<ShownFinding>,
  personIdOf: (key: CanonicalKey) => PersonId,
): FindingsBody {
  return {
    total_count: page.total,
    findings: page.items.map(({ finding, dismissal }) => ({
      id: finding.id,
      kind: finding.kind,
      ...findingText(finding),
      accounts: [...finding.accounts],
      sources: [...finding.sources],
      people: finding.people.map(personIdOf),
      emails: [...finding.emails],
      seats: finding.seats,
      numbers: finding.numbers,
      first_seen_at: finding.firstSeenAt,
      last_seen_at: finding.lastSeenAt,
      dismissed: dismissalBody(dismissal),
    })),
  };
}

const MAX_REASON_LENGTH = 500;

const reason = z
  .string('must say why the finding may be left as it is')
  .trim()
  .min(1, 'must not be empty')
  .max(MAX_REASON_LENGTH, `must be at most ${MAX_REASON_LENGTH} characters`);

/** `PATCH /findings/{id}`. */
export const findingChangeSchema = z.discriminatedUnion(
  'dismissed',
  [z.strictObject({ dismissed: z.literal(true), reason }), z.strictObject({ dismissed: z.literal(false) })],
  'must be true or false',
);
export type FindingChange = z.output<typeof findingChangeSchema>;

/** The answer to it: the finding itself may be gone from the newest report. */
export const findingDismissalSchema = z.strictObject({
  id: findingIdSchema,
  dismissed: dismissalSchema.nullable(),
});
export type FindingDismissalBody = z.output<typeof findingDismissalSchema>;

export function findingDismissalBody(id: FindingId, dismissal: Dismissal | null): FindingDismissalBody {
  return { id, dismissed: dismissalBody(dismissal) };
}

function dismissalBody(dismissal: Dismissal | null): z.output<typeof dismissalSchema> | null {
  return dismissal && { reason: dismissal.reason, by: dismissal.by, at: dismissal.at };
}
