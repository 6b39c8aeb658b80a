import { expect, test } from 'vitest';
import type { AccountKey, ServerAccount } from '../../../shared/domain/account.ts';
import type { CloudAccount, Match, Person } from '../../../shared/domain/person.ts';
import { contentOf } from '../../../shared/domain/person-content.ts';
import { email, host, serverAccount } from '../../support/accounts.ts';

const account: ServerAccount = serverAccount('ghes-a:1', {
  primaryEmail: email('mona@example.com'),
  furtherEmails: [],
  suspended: false,
});
const cloudAccount: CloudAccount = {
  login: 'mona',
  verifiedEmails: [email('mona@example.com')],
  samlNameId: null,
  licenseType: 'enterprise',
};
const match: Match = {
  rule: 'verified-email',
  account: 'ghes-a:1' as AccountKey,
  with: '@mona' as AccountKey,
  email: email('mona@example.com'),
};
const cloudAccounts = ['@mona', '@lisa'] as [AccountKey, AccountKey];
const person: Person = {
  key: 'login:mona',
  cloudAccount,
  serverAccounts: [account],
  visualStudioSubscriptions: [],
  matches: [match],
  ambiguities: [{ refused: match, cloudAccounts }],
  consumption: { consumes: true, reason: 'cloud-account', licenseType: 'enterprise' },
};

const withCloudAccount = (facts: Partial<CloudAccount>) => ({ cloudAccount: { ...cloudAccount, ...facts } });
const withServerAccount = (facts: Partial<ServerAccount>) => ({ serverAccounts: [{ ...account, ...facts }] });
const withMatch = (facts: Partial<Match>) => ({ matches: [{ ...match, ...facts }] });
const other = '@other' as AccountKey;

/** One change of each field that a person has. */
const CHANGES: readonly Partial<Person>[] = [
  { key: 'email:mona@example.com' },
  { cloudAccount: null },
  withCloudAccount({ login: 'Mona' }),
  withCloudAccount({ verifiedEmails: [] }),
  withCloudAccount({ samlNameId: 'mona' }),
  withCloudAccount({ licenseType: null }),
  { serverAccounts: [] },
  withServerAccount({ hostName: host('ghes-b') }),
  withServerAccount({ userId: 2 }),
  withServerAccount({ systemUser: 'ghost' }),
  withServerAccount({ primaryEmail: null }),
  withServerAccount({ furtherEmails: null }),
  withServerAccount({ suspended: null }),
  withServerAccount({ dormant: true }),
  withServerAccount({ siteAdmin: true }),
  withServerAccount({ securityProducts: [] }),
  { visualStudioSubscriptions: [email('mona@example.com')] },
  { matches: [] },
  withMatch({ rule: 'github-match' }),
  withMatch({ account: other }),
  withMatch({ with: other }),
  withMatch({ email: null }),
  { ambiguities: [] },
  { ambiguities: [{ refused: { ...match, with: other }, cloudAccounts }] },
  { ambiguities: [{ refused: match, cloudAccounts: ['@mona' as AccountKey, other] }] },
  { consumption: { ...person.consumption, consumes: false } },
  { consumption: { ...person.consumption, reason: 'server-account' } },
  { consumption: { ...person.consumption, licenseType: null } },
];

test.each(CHANGES)('a person with %j is another than before, so the ledger is written', (change) => {
  expect(contentOf({ ...person, ...change })).not.toBe(contentOf(person));
});

test('a person is the same in whatever order the fields were set', () => {
  const [{ key, ...othersOfPerson }, { hostName, ...othersOfAccount }] = [person, account];
  const serverAccounts = [{ ...othersOfAccount, hostName }];
  expect(contentOf({ ...othersOfPerson, serverAccounts, key })).toBe(contentOf(person));
});
