import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import {
  ENTERPRISE_PROVIDERS_QUERY,
  ORGANIZATION_PROVIDERS_QUERY,
  PROVIDER_IDENTITIES_QUERY,
} from '../../../../shared/contracts/github/linked-identities.ts';
import {
  ACCOUNT_EMAILS_QUERY,
  SERVER_ACCOUNTS_QUERY,
} from '../../../../shared/contracts/github/server-accounts.ts';
import {
  SERVER_INSTALLATIONS_QUERY,
  UPLOADS_QUERY,
} from '../../../../shared/contracts/github/server-installations.ts';
import { githubSchema } from '../../../peers/graphql/schema.ts';

test.each([
  ['ENTERPRISE_PROVIDERS_QUERY', ENTERPRISE_PROVIDERS_QUERY],
  ['ORGANIZATION_PROVIDERS_QUERY', ORGANIZATION_PROVIDERS_QUERY],
  ['PROVIDER_IDENTITIES_QUERY', PROVIDER_IDENTITIES_QUERY],
  ['SERVER_INSTALLATIONS_QUERY', SERVER_INSTALLATIONS_QUERY],
  ['UPLOADS_QUERY', UPLOADS_QUERY],
  ['SERVER_ACCOUNTS_QUERY', SERVER_ACCOUNTS_QUERY],
  ['ACCOUNT_EMAILS_QUERY', ACCOUNT_EMAILS_QUERY],
])("%s is valid against GitHub's schema, and asks for no name", async (_, query) => {
  expect(validate(await githubSchema(), parse(query))).toEqual([]);
  expect(query).not.toMatch(/\b(profileName|name|givenName|familyName|customerName)\b(?! value)/);
});
