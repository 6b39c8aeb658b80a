import { describe, expect, test } from 'vitest';
import type { ServerAccount } from '../../../shared/domain/account.ts';
import {
  accountsOfInstance,
  linkedEmails,
  newestCloudSnapshot,
  newestOfInstances,
  observe,
  observedSeats,
} from '../../../shared/domain/observe.ts';
import type { SnapshotRef } from '../../../shared/domain/upload.ts';
import type { UsageFacts } from '../../../shared/domain/usage-snapshot.ts';
import {
  cloudSnapshot,
  email,
  identitiesSnapshot,
  licenseRow,
  ref,
  serverAccount,
  serverSnapshot,
} from '../../support/accounts.ts';

const older = '2026-03-01T00:00:00.000Z';
const newer = '2026-03-02T00:00:00.000Z';
const work = email('mona@example.com');
const home = email('mona@home.example');

function accountsOf(snapshots: readonly UsageFacts[]): ServerAccount[] {
  return observe(snapshots).instances.flatMap((accounts) => [...accounts]);
}

describe('several channels of one instance', () => {
  test('the newest decides which accounts exist', () => {
    const accounts = accountsOfInstance([
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1'), serverAccount('ghes-a:2')], {
        channel: 'export',
        observedAt: older,
      }),
      serverSnapshot('ghes-a', [serverAccount('ghes-a:2'), serverAccount('ghes-a:3')], {
        observedAt: newer,
      }),
    ]);
    expect(Array.from(accounts, (account) => account.userId)).toEqual([2, 3]);
  });

  test('what it cannot tell comes from the newest channel that can; what none can tell is unknown', () => {
    const [account] = accountsOfInstance([
      serverSnapshot(
        'ghes-a',
        [serverAccount('ghes-a:1', { primaryEmail: work, suspended: null, dormant: null, siteAdmin: null })],
        { channel: 'graphql', observedAt: newer },
      ),
      serverSnapshot(
        'ghes-a',
        [serverAccount('ghes-a:1', { primaryEmail: home, suspended: true, dormant: null, siteAdmin: null })],
        { channel: 'users-report', observedAt: older },
      ),
    ]);
    expect(account).toMatchObject({ primaryEmail: work, suspended: true, dormant: null, siteAdmin: null });
  });

  test('a known false is not replaced by an older true', () => {
    const [account] = accountsOfInstance([
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { suspended: true })], {
        channel: 'export',
        observedAt: older,
      }),
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { suspended: false })], { observedAt: newer }),
    ]);
    expect(account?.suspended).toBe(false);
  });

  test('whatever an older channel knows fills what the newest does not', () => {
    const unknown = serverAccount('ghes-a:1', { suspended: null, dormant: null, siteAdmin: null });
    const known = serverAccount('ghes-a:1', {
      systemUser: 'ghost',
      primaryEmail: work,
      furtherEmails: [home],
      suspended: false,
      dormant: true,
      siteAdmin: true,
      securityProducts: ['code-security'],
    });
    const accounts = accountsOfInstance([
      serverSnapshot('ghes-a', [known, serverAccount('ghes-a:2')], { observedAt: older }),
      serverSnapshot('ghes-a', [unknown], { channel: 'graphql', observedAt: newer }),
    ]);
    expect([...accounts]).toEqual([known]);
  });

  test('of three the older of two that know is not asked', () => {
    const [account] = accountsOfInstance([
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { dormant: true })], { observedAt: older }),
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { dormant: null })], {
        channel: 'graphql',
        observedAt: '2026-03-03T00:00:00.000Z',
      }),
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { dormant: false })], {
        channel: 'export',
        observedAt: newer,
      }),
    ]);
    expect(account?.dormant).toBe(false);
  });

  test('of one moment: the export decides before the users report', () => {
    const accounts = accountsOfInstance([
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1')], { channel: 'users-report' }),
      serverSnapshot('ghes-a', [serverAccount('ghes-a:2')], { channel: 'export' }),
    ]);
    expect(Array.from(accounts, ({ userId }) => userId)).toEqual([2]);
  });

  test('an address that became the primary one is no further one', () => {
    const [account] = accountsOfInstance([
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { primaryEmail: work })], { observedAt: newer }),
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { primaryEmail: home, furtherEmails: [work] })], {
        channel: 'export',
        observedAt: older,
      }),
    ]);
    expect(account).toMatchObject({ primaryEmail: work, furtherEmails: [] });
  });
});

describe("accounts that only GitHub's rows name", () => {
  test('exist on an instance without a snapshot, in a state that is unknown', () => {
    const row = licenseRow({
      serverAccounts: [ref('ghes-x:2'), ref('ghes-x:1')],
      serverPrimaryEmails: [work],
    });
    expect(accountsOf([cloudSnapshot([row])])).toMatchObject([
      { hostName: 'ghes-x', userId: 1, primaryEmail: work, suspended: null },
      { hostName: 'ghes-x', userId: 2, primaryEmail: work, suspended: null },
    ]);
  });

  test('have no address where the row has several, since it does not say whose they are', () => {
    const row = licenseRow({ serverAccounts: [ref('ghes-x:1')], serverPrimaryEmails: [work, home] });
    expect(accountsOf([cloudSnapshot([row])])[0]?.primaryEmail).toBeNull();
  });

  test('do not exist on an instance whose snapshot lacks them', () => {
    const row = licenseRow({ serverAccounts: [ref('ghes-a:1')] });
    expect(accountsOf([cloudSnapshot([row]), serverSnapshot('ghes-a', [])])).toEqual([]);
  });

  test('cannot be placed without their host', () => {
    const row = licenseRow({ serverAccounts: [{ hostName: null, userId: 1 }] });
    expect(accountsOf([cloudSnapshot([row])])).toEqual([]);
  });
});

test('instances are in the order of their host names, whether they have a snapshot or not', () => {
  const row = licenseRow({ serverAccounts: [ref('ghes-b:1'), ref('ghes-a:1'), ref('ghes-x:1')] });
  const accounts = accountsOf([
    serverSnapshot('ghes-c', [serverAccount('ghes-c:1')]),
    serverSnapshot('ghes-b', [serverAccount('ghes-b:1')]),
    cloudSnapshot([row]),
  ]);
  expect(accounts.map(({ hostName }) => hostName)).toEqual(['ghes-a', 'ghes-b', 'ghes-c', 'ghes-x']);
});

test('addresses of linked identities are found by the login in lower case', () => {
  const identities = identitiesSnapshot([{ login: 'Mona', emails: [work, home] }]);
  expect([...linkedEmails([cloudSnapshot([licenseRow({ login: 'Mona' })]), identities])]).toEqual([
    ['mona', [work, home]],
  ]);
});

describe('the newest snapshot', () => {
  test('of an instance is that of any channel', () => {
    const first = serverSnapshot('ghes-a', [], { observedAt: older });
    const second = serverSnapshot('ghes-a', [], { channel: 'export', observedAt: newer });
    const other = serverSnapshot('ghes-b', []);
    const newest = new Map([
      [other.instance.hostName, other],
      [second.instance.hostName, second],
    ]);
    expect(newestOfInstances([first, second, other])).toEqual(newest);
    expect(newestOfInstances([other, second, first])).toEqual(newest);
  });

  test('of the cloud enterprise is one with license rows, and of no instance', () => {
    const refOf = (facts: Partial<SnapshotRef>): SnapshotRef => ({
      source: 'cloud',
      channel: 'rest',
      observedAt: older,
      digest: '',
      key: '',
      accounts: 1,
      ...facts,
    });
    const [rest, exported] = [refOf({}), refOf({ channel: 'export', observedAt: newer })];
    const others = [
      refOf({ channel: 'graphql', observedAt: '2026-03-03T00:00:00.000Z' }),
      refOf({ source: 'server:ghes-a', channel: 'export', observedAt: '2026-03-03T00:00:00.000Z' }),
    ];
    expect(newestCloudSnapshot([rest, ...others, exported])).toBe(exported);
    expect(newestCloudSnapshot(others)).toBeNull();
  });
});

test("GitHub's totals come from the newest channel that gives them", () => {
  const snapshots = [
    cloudSnapshot([], { channel: 'export', observedAt: newer }),
    cloudSnapshot([], { channel: 'rest', observedAt: older, seatsConsumed: 5, seatsPurchased: 9 }),
  ];
  expect(observedSeats(snapshots)).toEqual({ seatsConsumed: 5, seatsPurchased: 9 });
});
