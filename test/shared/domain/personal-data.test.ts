import { describe, expect, it } from 'vitest';
import {
  accountsIn,
  erasedState,
  expiryOf,
  type StoredFile,
  standingOf,
} from '../../../shared/domain/personal-data.ts';
import type { UsageSnapshot } from '../../../shared/domain/usage-snapshot.ts';
import { ledgerPerson, snapshotRef } from '../../contract/samples.ts';
import {
  cloudSnapshot,
  email,
  identitiesSnapshot,
  licenseRow,
  ref,
  serverAccount,
  serverSnapshot,
} from '../../support/accounts.ts';
import { stateOf } from '../../support/people-states.ts';

const NEWEST = snapshotRef({ key: 'newest', observedAt: '2026-03-02T00:00:00.000Z' });
const STATE = { snapshots: [NEWEST], reportId: 'current-report' };

function snapshotFile(facts: Parameters<typeof snapshotRef>[0]): StoredFile {
  const snapshot = snapshotRef({ ...NEWEST, key: 'another', ...facts });
  return { kind: 'snapshot', key: snapshot.key, snapshot };
}

describe('a snapshot is', () => {
  it.each([
    ['current', { key: 'newest' }],
    ['older', { observedAt: '2026-03-01T00:00:00.000Z' }],
    ['older', { digest: 'a' }],
    ['unsettled', { observedAt: '2026-03-03T00:00:00.000Z' }],
    ['unsettled', { digest: 'e'.repeat(64) }],
    ['unsettled', { channel: 'users-report', observedAt: '2026-01-01T00:00:00.000Z' }],
    ['unsettled', { source: 'cloud', observedAt: '2026-01-01T00:00:00.000Z' }],
  ] as const)('%s: %j', (standing, facts) => {
    expect(standingOf(snapshotFile(facts), STATE)).toBe(standing);
  });
});

it.each([
  ['current', 'current-report'],
  ['older', 'another-report'],
] as const)('a report is %s', (standing, reportId) => {
  expect(standingOf({ kind: 'report', key: 'x', reportId, part: 'people' }, STATE)).toBe(standing);
  expect(standingOf({ kind: 'download', key: 'x', reportId, expiresAt: '' }, STATE)).toBe(standing);
});

it.each([
  ['2026-03-01T00:00:00.000Z', 30, '2026-03-31T00:00:00.000Z'],
  ['2026-03-01T00:00:00.001Z', 30, '2026-04-01T00:00:00.000Z'],
  ['2026-03-01T23:59:59.999Z', 1, '2026-03-03T00:00:00.000Z'],
])('what was stored at %s for %i days expires at %s', (storedAt, days, expiry) => {
  expect(expiryOf(new Date(storedAt), days)).toBe(expiry);
});

const SNAPSHOTS = {
  instance: serverSnapshot('ghes-a', [serverAccount('ghes-a:2'), serverAccount('ghes-a:10')]),
  cloud: cloudSnapshot([licenseRow({ login: 'Mona' }), licenseRow({ serverAccounts: [ref('ghes-a:1')] })]),
  identities: identitiesSnapshot([{ login: 'mona', emails: [email('mona@example.com')] }]),
} as const satisfies Record<string, UsageSnapshot>;

it.each([
  ['instance', ['ghes-a:2', 'ghes-a:10']],
  ['cloud', ['@mona']],
  ['identities', []],
] as const)('the accounts that a snapshot has of its own: %s', (source, accounts) => {
  expect([...accountsIn(SNAPSHOTS[source])]).toEqual(accounts);
});

it('of whoever is erased a change still tells what they consumed, and no account, rule or id', () => {
  const state = stateOf(ledgerPerson(1).person);
  const { id, ...left } = erasedState(state);
  expect(left).toEqual({ accounts: [], matchedBy: [], consumption: state.consumption });
  expect(erasedState(stateOf(ledgerPerson(2).person)).id).toBe(id);
  expect(id).not.toBe(state.id);
});
