import * as z from 'zod';
import { CONSUMPTION_REASONS, CONSUMPTION_TABLE, type ConsumptionReason } from '../../domain/consumption.ts';
import { type Email, normalizeEmail } from '../../domain/email.ts';
import type { PersonId } from '../../domain/ledger.ts';
import type { PeopleFilter } from '../../domain/people-filter.ts';
import type { PersonSummary } from '../../domain/person-summary.ts';
import type { Page, PageRequest } from '../../ports.ts';
import { pageQuery, pageRequestOf } from './paging.ts';
import { peopleFilterOf, peopleFilterQuery } from './people-filter.ts';

export const LICENSE_TYPES = ['enterprise', 'visual-studio-subscription'] as const;

/** The longest address there is, and longer than any login: more cannot be the beginning of either. */
const MAX_TERM_LENGTH = 254;

/** Opaque to clients. */
export const personIdSchema = z.string().regex(/^[\da-f]{32}$/);

/** Null for what cannot be a person's id. */
export function parsePersonId(text: string | undefined): PersonId | null {
  return personIdSchema.safeParse(text).success ? (text as PersonId) : null;
}

/** Who is looked for: everybody, who has this very address, or whose login or an address begins so. */
export type PeopleSearch =
  | { readonly by: 'nothing' }
  | { readonly by: 'email'; readonly email: Email }
  | { readonly by: 'prefix'; readonly prefix: string };

export interface PeopleQuery {
  readonly search: PeopleSearch;
  /** Null: everybody of them. */
  readonly filter: PeopleFilter | null;
  readonly page: PageRequest;
}

const emailTerm = z.string().transform((text, context): Email | null => {
  if (text.trim() === '') return null;
  const email = normalizeEmail(text);
  if (email === null) {
    context.addIssue({
      code: 'custom',
      message: 'must be one email address, with a plus sign written as %2B',
    });
  }
  return email;
});

/** Logins and addresses are compared in the form in which `normalizeEmail` leaves an address. */
const prefixTerm = z
  .string()
  .max(MAX_TERM_LENGTH, `must be at most ${MAX_TERM_LENGTH} characters`)
  .transform((text) => text.trim().normalize('NFC').toLowerCase());

/**
 * `GET /people`: `email` (exact) or `q` (the beginning of a login or an address), or neither; and `consumes`, `reason`,
 * `deployment`, `source`, `several_instances`, all of which must fit. Empty is absent.
 */
export const peopleQuerySchema = z
  .object({ ...pageQuery, ...peopleFilterQuery, email: emailTerm.default(null), q: prefixTerm.default('') })
  .refine(({ email, q }) => email === null || q === '', {
    path: ['q'],
    message: 'cannot be given together with email',
  })
  .transform(
    (query): PeopleQuery => ({
      search: searchOf(query.email, query.q),
      filter: peopleFilterOf(query),
      page: pageRequestOf(query),
    }),
  );

function searchOf(email: Email | null, prefix: string): PeopleSearch {
  if (email !== null) return { by: 'email', email };
  return prefix === '' ? { by: 'nothing' } : { by: 'prefix', prefix };
}

const POLICIES = Object.fromEntries(
  CONSUMPTION_TABLE.map(({ reason, policy }) => [reason, policy]),
) as Record<ConsumptionReason, string>;

/** Whether a user license is consumed, and the row of the consumption table that says so. */
export const consumptionSchema = z.strictObject({
  consumes: z.boolean(),
  reason: z.enum(CONSUMPTION_REASONS),
  policy: z.string(),
  license_type: z.enum(LICENSE_TYPES).nullable(),
});

export const personSummarySchema = z.strictObject({
  id: personIdSchema,
  login: z.string().nullable(),
  emails: z.array(z.string()),
  server_account_count: z.int().min(0),
  host_names: z.array(z.string()),
  consumption: consumptionSchema,
});

/** `GET /people`, one page. */
export const peopleSchema = z.strictObject({
  total_count: z.int().min(0),
  people: z.array(personSummarySchema),
});
export type PeopleBody = z.output<typeof peopleSchema>;

export function peopleBody(page: Page<PersonSummary>): PeopleBody {
  return { total_count: page.total, people: page.items.map(personSummaryBody) };
}

function personSummaryBody(summary: PersonSummary): z.output<typeof personSummarySchema> {
  return {
    id: summary.id,
    login: summary.login,
    emails: [...summary.emails],
    server_account_count: summary.serverAccounts,
    host_names: [...summary.hostNames],
    consumption: consumptionBody(summary),
  };
}

export function consumptionBody(
  consumption: Pick<PersonSummary, 'consumes' | 'reason' | 'licenseType'>,
): z.output<typeof consumptionSchema> {
  return {
    consumes: consumption.consumes,
    reason: consumption.reason,
    policy: POLICIES[consumption.reason],
    license_type: consumption.licenseType,
  };
}
