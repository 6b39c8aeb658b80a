import * as z from 'zod';
import type { ServerAccount } from '../../domain/account.ts';
import { serverAccountKey } from '../../domain/account.ts';
import type { LedgerPerson } from '../../domain/ledger.ts';
import { type Ambiguity, type CloudAccount, MATCH_RULES, type Match } from '../../domain/person.ts';
import { emailsOf } from '../../domain/person-summary.ts';
import type { SnapshotRef } from '../../domain/upload.ts';
import { serverSourceId } from '../../domain/usage-snapshot.ts';
import { observationSchema, observationsNewestFirst } from './observation.ts';
import { consumptionBody, consumptionSchema, LICENSE_TYPES, personIdSchema } from './people.ts';

/** Where the facts of an account come from, newest first: what the first cannot tell comes from the next. */
const observations = z.array(observationSchema);

const cloudAccountSchema = z.strictObject({
  login: z.string(),
  verified_emails: z.array(z.string()),
  saml_name_id: z.string().nullable(),
  license_type: z.enum(LICENSE_TYPES).nullable(),
  observations,
});

/** Null: unknown, since no channel tells. */
const serverAccountSchema = z.strictObject({
  account: z.string(),
  host_name: z.string(),
  user_id: z.int(),
  system_user: z.enum(['ghost', 'scim-admin']).nullable(),
  primary_email: z.string().nullable(),
  further_emails: z.array(z.string()).nullable(),
  suspended: z.boolean().nullable(),
  dormant: z.boolean().nullable(),
  site_admin: z.boolean().nullable(),
  security_products: z.array(z.enum(['advanced-security', 'code-security', 'secret-protection'])).nullable(),
  observations,
});

/** `account` and `with` are `host:id` or `@login`; `email` is the address they share. */
const matchSchema = z.strictObject({
  rule: z.enum(MATCH_RULES),
  account: z.string(),
  with: z.string(),
  email: z.string().nullable(),
});

/** `GET /people/{id}`: the accounts, why they are one person, and why that person consumes a license or not. */
export const personSchema = z.strictObject({
  id: personIdSchema,
  login: z.string().nullable(),
  emails: z.array(z.string()),
  consumption: consumptionSchema.extend({ since: z.iso.datetime().nullable() }),
  cloud_account: cloudAccountSchema.nullable(),
  server_accounts: z.array(serverAccountSchema),
  visual_studio_subscriptions: z.array(z.string()),
  matches: z.array(matchSchema),
  ambiguities: z.array(
    z.strictObject({ refused: matchSchema, cloud_accounts: z.array(z.string()).length(2) }),
  ),
  first_seen_at: z.iso.datetime(),
});
export type PersonBody = z.output<typeof personSchema>;

/** `snapshots`: those merged. */
export function personBody(stored: LedgerPerson, snapshots: readonly SnapshotRef[]): PersonBody {
  const { person } = stored;
  return {
    id: stored.id,
    login: person.cloudAccount?.login ?? null,
    emails: [...emailsOf(person)],
    consumption: { ...consumptionBody(person.consumption), since: stored.consumesSince },
    cloud_account: person.cloudAccount === null ? null : cloudAccountBody(person.cloudAccount, snapshots),
    server_accounts: person.serverAccounts.map((account) => serverAccountBody(account, snapshots)),
    visual_studio_subscriptions: [...person.visualStudioSubscriptions],
    matches: person.matches.map(matchBody),
    ambiguities: person.ambiguities.map(ambiguityBody),
    first_seen_at: stored.firstSeenAt,
  };
}

function cloudAccountBody(account: CloudAccount, snapshots: readonly SnapshotRef[]) {
  return {
    login: account.login,
    verified_emails: [...account.verifiedEmails],
    saml_name_id: account.samlNameId,
    license_type: account.licenseType,
    observations: observationsOf('cloud', snapshots),
  };
}

function serverAccountBody(account: ServerAccount, snapshots: readonly SnapshotRef[]) {
  const own = observationsOf(serverSourceId(account.hostName), snapshots);
  return {
    account: serverAccountKey(account.hostName, account.userId),
    host_name: account.hostName,
    user_id: account.userId,
    system_user: account.systemUser,
    primary_email: account.primaryEmail,
    further_emails: account.furtherEmails === null ? null : [...account.furtherEmails],
    suspended: account.suspended,
    dormant: account.dormant,
    site_admin: account.siteAdmin,
    security_products: account.securityProducts === null ? null : [...account.securityProducts],
    // An account of an instance that nobody observed is known from GitHub's row alone.
    observations: own.length > 0 ? own : observationsOf('cloud', snapshots),
  };
}

function observationsOf(source: SnapshotRef['source'], snapshots: readonly SnapshotRef[]) {
  return observationsNewestFirst(snapshots.filter((snapshot) => snapshot.source === source));
}

function matchBody(match: Match): z.output<typeof matchSchema> {
  return { rule: match.rule, account: match.account, with: match.with, email: match.email };
}

function ambiguityBody({ refused, cloudAccounts }: Ambiguity) {
  return { refused: matchBody(refused), cloud_accounts: [...cloudAccounts] };
}
