import * as z from 'zod';
import { CONSUMPTION_REASONS } from '../../domain/consumption.ts';
import {
  type Ambiguity,
  type CanonicalKey,
  type CloudAccount,
  MATCH_RULES,
  type Match,
  type Person,
} from '../../domain/person.ts';
import { restoreAccount, storeAccount, storedAccount } from '../stored-account.ts';
import { storedAccountKey, storedEmail, storedHostName, storedLicenseType } from '../stored-values.ts';

const storedMatch = z.object({
  rule: z.enum(MATCH_RULES),
  account: storedAccountKey,
  with: storedAccountKey,
  email: storedEmail.optional(),
});

const storedAmbiguity = z.object({
  refused: storedMatch,
  cloud_accounts: z.tuple([storedAccountKey, storedAccountKey]),
});

const storedCloudAccount = z.object({
  login: z.string(),
  verified_emails: z.array(storedEmail),
  saml_name_id: z.string().optional(),
  license_type: storedLicenseType.optional(),
});

const storedConsumption = z.object({
  consumes: z.boolean(),
  reason: z.enum(CONSUMPTION_REASONS),
  license_type: storedLicenseType.optional(),
});

/** A person in the ledger. An absent field is an unknown one. */
export const storedPerson = z.object({
  key: z.custom<CanonicalKey>(
    (value) => typeof value === 'string' && /^(login|email|account|visual-studio):/.test(value),
    'expected a canonical key',
  ),
  cloud_account: storedCloudAccount.optional(),
  server_accounts: z.array(storedAccount.extend({ host_name: storedHostName })),
  visual_studio_subscriptions: z.array(storedEmail),
  matches: z.array(storedMatch),
  ambiguities: z.array(storedAmbiguity),
  consumption: storedConsumption,
});

type StoredPerson = z.infer<typeof storedPerson>;

export function storePerson(person: Person): StoredPerson {
  const { consumes, reason, licenseType } = person.consumption;
  return {
    key: person.key,
    cloud_account: person.cloudAccount ? storeCloudAccount(person.cloudAccount) : undefined,
    server_accounts: person.serverAccounts.map((account) => ({
      host_name: account.hostName,
      ...storeAccount(account),
    })),
    visual_studio_subscriptions: person.visualStudioSubscriptions.slice(),
    matches: person.matches.map(storeMatch),
    ambiguities: person.ambiguities.map(storeAmbiguity),
    consumption: { consumes, reason, license_type: licenseType ?? undefined },
  };
}

export function restorePerson(stored: StoredPerson): Person {
  const { consumes, reason, license_type: licenseType } = stored.consumption;
  return {
    key: stored.key,
    cloudAccount: stored.cloud_account ? restoreCloudAccount(stored.cloud_account) : null,
    serverAccounts: stored.server_accounts.map((account) => restoreAccount(account, account.host_name)),
    visualStudioSubscriptions: stored.visual_studio_subscriptions,
    matches: stored.matches.map(restoreMatch),
    ambiguities: stored.ambiguities.map(restoreAmbiguity),
    consumption: { consumes, reason, licenseType: licenseType ?? null },
  };
}

function storeCloudAccount(account: CloudAccount): z.infer<typeof storedCloudAccount> {
  return {
    login: account.login,
    verified_emails: account.verifiedEmails.slice(),
    saml_name_id: account.samlNameId ?? undefined,
    license_type: account.licenseType ?? undefined,
  };
}

function restoreCloudAccount(stored: z.infer<typeof storedCloudAccount>): CloudAccount {
  return {
    login: stored.login,
    verifiedEmails: stored.verified_emails,
    samlNameId: stored.saml_name_id ?? null,
    licenseType: stored.license_type ?? null,
  };
}

function storeMatch({ rule, account, with: other, email }: Match): z.infer<typeof storedMatch> {
  return { rule, account, with: other, email: email ?? undefined };
}

function restoreMatch({ rule, account, with: other, email }: z.infer<typeof storedMatch>): Match {
  return { rule, account, with: other, email: email ?? null };
}

function storeAmbiguity({ refused, cloudAccounts }: Ambiguity): z.infer<typeof storedAmbiguity> {
  return { refused: storeMatch(refused), cloud_accounts: [...cloudAccounts] };
}

function restoreAmbiguity(stored: z.infer<typeof storedAmbiguity>): Ambiguity {
  return { refused: restoreMatch(stored.refused), cloudAccounts: stored.cloud_accounts };
}
