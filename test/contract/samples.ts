import { cloudAccountKey, serverAccountKey } from '../../shared/domain/account.ts';
import type { ConsumedLicense } from '../../shared/domain/consumed-license.ts';
import { CONSUMPTION_REASONS, type ConsumptionReason } from '../../shared/domain/consumption.ts';
import { eachKind } from '../../shared/domain/count-findings.ts';
import { FINDING_KINDS } from '../../shared/domain/finding.ts';
import type { LedgerPerson, PersonId, Shard } from '../../shared/domain/ledger.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { SnapshotRef } from '../../shared/domain/upload.ts';
import type { CommittedUsage, Usage, UsageOnDay } from '../../shared/domain/usage.ts';
import { serverSourceId } from '../../shared/domain/usage-snapshot.ts';
import { email, host } from '../support/accounts.ts';

export const SHARD = 'a7' as Shard;

/** One of many ids of a shard. */
export function personId(number: number, shard: Shard = SHARD): PersonId {
  return `${shard}${number.toString(16).padStart(30, '0')}` as PersonId;
}

const HOST_A = host('ghe-a.example.com');
const HOST_B = host('ghe-b.example.com');

/** Nothing that may be missing is. */
export const FULL_PERSON: Person = {
  key: 'login:octocat',
  cloudAccount: {
    login: 'Octocat',
    verifiedEmails: [email('octocat@example.com')],
    samlNameId: 'octocat@idp.example.com',
    licenseType: 'enterprise',
  },
  serverAccounts: [
    {
      hostName: HOST_A,
      userId: Number.MAX_SAFE_INTEGER,
      systemUser: 'ghost',
      primaryEmail: email('octocat@example.com'),
      furtherEmails: [email('cat@example.net'), email('tom@example.net')],
      suspended: false,
      dormant: true,
      siteAdmin: false,
      securityProducts: ['advanced-security'],
    },
  ],
  visualStudioSubscriptions: [email('octocat@subscriptions.example.com')],
  matches: [
    {
      rule: 'verified-email',
      account: serverAccountKey(HOST_A, 7),
      with: cloudAccountKey('octocat'),
      email: email('octocat@example.com'),
    },
  ],
  ambiguities: [
    {
      refused: {
        rule: 'github-match',
        account: serverAccountKey(HOST_B, 8),
        with: cloudAccountKey('hubot'),
        email: null,
      },
      cloudAccounts: [cloudAccountKey('octocat'), cloudAccountKey('hubot')],
    },
  ],
  consumption: {
    consumes: true,
    reason: 'visual-studio-subscription',
    licenseType: 'visual-studio-subscription',
  },
};

/** Nothing that may be missing is. */
export const FULL_LICENSE: ConsumedLicense = {
  login: 'Octocat',
  serverAccounts: [serverAccountKey(HOST_A, 7), serverAccountKey(HOST_B, 8)],
  serverPrimaryEmails: [email('cat@example.net'), email('octocat@example.com')],
  verifiedEmails: [email('octocat@example.com')],
  samlNameId: 'octocat@idp.example.com',
  licenseType: 'visual-studio-subscription',
  visualStudio: { email: email('vs@example.com'), status: 'Matched' },
  details: {
    name: 'The Octocat',
    profile: 'https://github.com/octocat',
    memberRoles: ['octo-org:Owner', 'octo-org/octo-repo:Collaborator'],
    enterpriseRoles: ['Owner'],
    organizationsWithPendingInvites: ['octo-lab'],
    twoFactorAuth: false,
    twoFactorAuthRequiredBy: '2026-06-01',
    costCenter: 'R&D',
    securityProducts: ['code-security'],
  },
};

/** All that may be missing is. */
export const BARE_PERSON: Person = {
  key: 'account:ghe-b.example.com:8',
  cloudAccount: null,
  serverAccounts: [
    {
      hostName: HOST_B,
      userId: 8,
      systemUser: null,
      primaryEmail: null,
      furtherEmails: null,
      suspended: null,
      dormant: null,
      siteAdmin: null,
      securityProducts: null,
    },
  ],
  visualStudioSubscriptions: [],
  matches: [],
  ambiguities: [],
  consumption: { consumes: false, reason: 'suspended', licenseType: null },
};

export function ledgerPerson(number: number, facts: Partial<LedgerPerson> = {}): LedgerPerson {
  return {
    id: personId(number),
    digest: `digest-${number}`,
    firstSeenAt: '2026-01-01T00:00:00.000Z',
    consumesSince: '2026-02-01T00:00:00.000Z',
    addedIn: 1,
    changedIn: 2,
    person: FULL_PERSON,
    ...facts,
  };
}

export function snapshotRef(facts: Partial<SnapshotRef> = {}): SnapshotRef {
  return {
    source: serverSourceId(HOST_A),
    channel: 'export',
    observedAt: '2026-03-01T00:00:00.000Z',
    digest: 'd'.repeat(64),
    key: 'snapshots/server/ghe-a.example.com/1.ndjson.gz',
    accounts: 3,
    ...facts,
  };
}

const byReason = Object.fromEntries(CONSUMPTION_REASONS.map((reason, index) => [reason, index])) as Record<
  ConsumptionReason,
  number
>;

/** Every number differs, so that none can be taken for another. */
export const USAGE: Usage = {
  people: 101,
  consumed: 102,
  cloudAccounts: 103,
  serverAccounts: 104,
  byDeployment: {
    cloudOnly: { people: 105, consumed: 106 },
    serverOnly: { people: 107, consumed: 108 },
    cloudAndServer: { people: 109, consumed: 110 },
    none: { people: 111, consumed: 112 },
  },
  byLicenseType: { enterprise: 113, visualStudioSubscription: 114 },
  byReason,
  byInstance: [{ hostName: HOST_A, accounts: 115, people: 116, consumed: 117 }],
  onSeveralInstances: { people: 128, consumed: 129 },
  ambiguities: 118,
  findings: eachKind((kind) => ({
    count: 200 + FINDING_KINDS.indexOf(kind),
    seats: 300 + FINDING_KINDS.indexOf(kind),
  })),
  reconciliation: {
    totals: { ours: 121, githubs: 123, githubsRows: 122, githubsTotal: 123, difference: 2 },
    groups: { equal: 124, githubMore: 125, githubFewer: 126 },
    explanations: [
      { reason: 'counted-twice', seats: 127 },
      { reason: 'missing-from-github', seats: -126 },
      { reason: 'github-total', seats: 1 },
    ],
  },
  github: { seatsConsumed: 119, seatsPurchased: 120 },
};

export function committedUsage(facts: Partial<CommittedUsage> = {}): CommittedUsage {
  return {
    usage: USAGE,
    generation: 5,
    mergeId: '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB',
    mergedAt: '2026-03-02T00:00:00.000Z',
    asOf: '2026-03-01T00:00:00.000Z',
    snapshots: [snapshotRef({ source: 'cloud', channel: 'rest' }), snapshotRef()],
    counts: { peopleAdded: 1, peopleChanged: 2, peopleRemoved: 3, licensesBefore: 4, licensesAfter: 5 },
    reportId: '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB',
    reportFormat: 7,
    ...facts,
  };
}

export function usageOnDay(day: string, facts: Partial<UsageOnDay> = {}): UsageOnDay {
  return { day, asOf: `${day}T00:00:00.000Z`, mergeId: `merge-of-${day}`, usage: USAGE, ...facts };
}
