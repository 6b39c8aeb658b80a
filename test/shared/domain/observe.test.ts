import { describe, expect, test } from 'vitest';
import type { ServerAccount } from '../../../shared/domain/account.ts';
import { accountsOfInstance, observe, observedSeats } from '../../../shared/domain/observe.ts';
import type { UsageFacts } from '../../../shared/domain/usage-snapshot.ts';
import {
  cloudSnapshot,
  email,
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

test("GitHub's totals come from the newest channel that gives them", () => {
  const snapshots = [
    cloudSnapshot([], { channel: 'export', observedAt: newer }),
    cloudSnapshot([], { channel: 'rest', observedAt: older, seatsConsumed: 5, seatsPurchased: 9 }),
  ];
  expect(observedSeats(snapshots)).toEqual({ seatsConsumed: 5, seatsPurchased: 9 });
});
