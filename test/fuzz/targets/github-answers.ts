import type * as z from 'zod';
import { consumedLicensesPage } from '../../../shared/contracts/github/consumed-licenses-page.ts';
import { failureOfGraphQLError, graphqlAnswer } from '../../../shared/contracts/github/graphql-answer.ts';
import {
  licenseSyncStatusAnswer,
  licenseSyncStatusOf,
} from '../../../shared/contracts/github/license-sync-status.ts';
import { pageLinksOf } from '../../../shared/contracts/github/link-header.ts';
import {
  enterpriseProvidersAnswer,
  LinkedIdentities,
  organizationProvidersAnswer,
  providerIdentitiesAnswer,
} from '../../../shared/contracts/github/linked-identities.ts';
import {
  accountEmailsAnswer,
  areTooCrowded,
  serverAccountOf,
  serverAccountsAnswer,
} from '../../../shared/contracts/github/server-accounts.ts';
import {
  ServerInstallations,
  serverInstallationsAnswer,
  uploadedAtOf,
  uploadsAnswer,
} from '../../../shared/contracts/github/server-installations.ts';
import { licenseSettings, userStats } from '../../../shared/contracts/github-server/instance-totals.ts';
import { normalizeEmail } from '../../../shared/domain/email.ts';
import { PULL_FAILURES } from '../../../shared/domain/sync-run.ts';
import { LICENSE_ROW } from '../../shared/contracts/usage-file/files.ts';
import { host } from '../../support/accounts.ts';
import { expectThat, type FuzzTarget, jsonTarget } from '../fuzz-target.ts';

const AT = '2026-03-01T00:00:00.000Z';
const HOST = host('ghes.example.com');

function page(...nodes: unknown[]) {
  return { totalCount: nodes.length, pageInfo: { hasNextPage: false, endCursor: 'Y3Vyc29y' }, nodes };
}

const EMAILS = page(
  { email: 'mona@example.com', isPrimary: true },
  { email: 'lisa@example.com', isPrimary: false },
);
const ACCOUNT = { id: 'U_1', remoteUserId: 71, login: 'mona', isSiteAdmin: false, emails: EMAILS };
const UPLOADS = page({ syncState: 'FAILURE', createdAt: AT }, { syncState: 'SUCCESS', createdAt: AT });
const IDENTITY = {
  user: { login: 'mona' },
  samlIdentity: {
    nameId: 'mona@example.com',
    username: null,
    emails: [{ value: 'mona@example.com' }],
    attributes: [
      { name: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name', value: 'm@example.com' },
    ],
  },
  scimIdentity: { username: 'mona', emails: [{ value: 'lisa@example.com' }] },
};
const PROVIDER = { id: 'P_1' };

/** Everything that GitHub and the instances answer, besides the users report, which is a usage file. */
export const GITHUB_ANSWERS: readonly FuzzTarget[] = [
  answer('consumed-licenses', consumedLicensesPage, {
    total_seats_consumed: 5,
    total_seats_purchased: null,
    users: [LICENSE_ROW],
  }),
  answer(
    'license-sync-status',
    licenseSyncStatusAnswer,
    {
      server_instances: [
        {
          server_id: 'x',
          hostname: 'ghes.example.com',
          last_sync: { date: AT, status: 'success', error: '' },
        },
        { server_id: 'y', hostname: 'GHES.example.com', last_sync: {} },
      ],
    },
    (status) => {
      const hosts = licenseSyncStatusOf(status, AT).map(({ instance }) => instance.hostName);
      expectThat(new Set(hosts).size === hosts.length, 'a host is told of once');
    },
  ),
  answer('server-accounts', serverAccountsAnswer, { node: { userAccounts: page(ACCOUNT) } }, ({ node }) => {
    const accounts = (node?.userAccounts.nodes ?? []).map((account) =>
      serverAccountOf(account, account.emails.nodes, HOST),
    );
    const addresses = accounts.flatMap(({ primaryEmail, furtherEmails }) => [
      primaryEmail,
      ...(furtherEmails ?? []),
    ]);
    expectThat(
      addresses.every((address) => address === null || normalizeEmail(address) === address),
      'addresses are normalized',
    );
    areTooCrowded(accounts);
  }),
  answer('account-emails', accountEmailsAnswer, { node: { emails: EMAILS } }),
  answer(
    'server-installations',
    serverInstallationsAnswer,
    {
      enterprise: {
        ownerInfo: {
          enterpriseServerInstallations: page({
            id: 'I_1',
            hostName: 'ghes.example.com',
            userAccountsUploads: UPLOADS,
          }),
        },
      },
    },
    ({ enterprise }) => {
      const list = new ServerInstallations();
      for (const node of enterprise?.ownerInfo?.enterpriseServerInstallations.nodes ?? []) {
        list.add(node, uploadedAtOf(node.userAccountsUploads.nodes));
      }
      const times = list.sorted().flatMap(({ uploadedAt }) => uploadedAt ?? []);
      expectThat(
        times.every((time) => new Date(time).toISOString() === time),
        'an upload has its instant',
      );
    },
  ),
  answer('uploads', uploadsAnswer, { node: { userAccountsUploads: UPLOADS } }),
  answer(
    'linked-identities',
    providerIdentitiesAnswer,
    { node: { externalIdentities: page(IDENTITY) } },
    ({ node }) => {
      const identities = new LinkedIdentities();
      for (const identity of node?.externalIdentities.nodes ?? []) identities.add(identity);
      const emails = identities.sorted().flatMap((identity) => identity.emails);
      expectThat(
        emails.every((address) => normalizeEmail(address) === address),
        'addresses are normalized',
      );
    },
  ),
  answer('enterprise-providers', enterpriseProvidersAnswer, {
    enterprise: { ownerInfo: { samlIdentityProvider: PROVIDER, oidcProvider: PROVIDER } },
  }),
  answer('organization-providers', organizationProvidersAnswer, {
    enterprise: { organizations: page({ samlIdentityProvider: PROVIDER }) },
  }),
  answer(
    'graphql-errors',
    graphqlAnswer,
    { data: {}, errors: [{ type: 'NOT_FOUND', message: 'no', path: ['enterprise', 0] }] },
    ({ errors }) => {
      const failures = (errors ?? []).map(failureOfGraphQLError);
      expectThat(
        failures.every((failure) => PULL_FAILURES.includes(failure)),
        'a failure is one that is known',
      );
    },
  ),
  answer('license-settings', licenseSettings, { seats: 'unlimited', seats_used: 4 }),
  answer('user-stats', userStats, { total_users: 3, admin_users: 1, suspended_users: 0 }),
  linkHeader(),
];

/** Refuses by its issues, and never by an error. */
function answer<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  seed: unknown,
  use: (content: z.output<Schema>) => void = () => undefined,
): FuzzTarget {
  return jsonTarget(`github/${name}`, [seed], (json) => {
    const parsed = schema.safeParse(json);
    if (!parsed.success) return 'refused';
    use(parsed.data);
    return 'read';
  });
}

function linkHeader(): FuzzTarget {
  const header =
    '<https://api.github.com/x?page=2>; rel="next", <https://api.github.com/x?page=9>; rel="last prev"; title=a';
  return {
    name: 'github/link-header',
    seeds: [Buffer.from(header)],
    run: (input) => (pageLinksOf(input.toString('latin1')).next === null ? 'last page' : 'next page'),
  };
}
