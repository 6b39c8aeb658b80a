import { describe, expect, it } from 'vitest';
import { failureOf, pull, REPORT, TOKEN } from './pulling.ts';
import { body, REPORT_PATH, type Reply, redirect, scriptedInstance, status } from './scripted-instance.ts';

const LICENSE_PATH = '/api/v3/enterprise/settings/license';
const USERS_PATH = '/api/v3/enterprise/stats/users';

const LICENSE = body(
  JSON.stringify({
    seats: 'unlimited',
    seats_used: 2,
    seats_available: 'unlimited',
    kind: 'standard',
    days_until_expiration: 365,
    expire_at: '2016/02/06 12:41:52 -0600',
  }),
);
const USERS = body(JSON.stringify({ total_users: 5, admin_users: 1, suspended_users: 1 }));

const SEATS = [{ name: 'seats_used', told: 2, counted: 2 }];
const STATISTICS = [
  { name: 'total_users', told: 5, counted: 4 },
  { name: 'admin_users', told: 1, counted: 1 },
  { name: 'suspended_users', told: 1, counted: 1 },
];

function instanceWith(license: Reply, users: Reply) {
  return scriptedInstance({
    [REPORT_PATH]: [body(REPORT)],
    [LICENSE_PATH]: [license],
    [USERS_PATH]: [users],
  });
}

describe("the instance's own totals", () => {
  it('are told beside what was counted: no seat for the suspended and for ghost', async () => {
    const instance = await instanceWith(LICENSE, USERS);
    const { result, requests } = await pull(instance.origin);
    expect(result).toMatchObject({ crossChecks: [...SEATS, ...STATISTICS] });
    expect(instance.requests.slice(1)).toEqual([
      `${LICENSE_PATH} token ${TOKEN}`,
      `${USERS_PATH} token ${TOKEN}`,
    ]);
    expect(requests).toBe(3);
  });

  it.each([
    ['not for this token', status(404), USERS, STATISTICS],
    ['on a broken instance', status(500), status(503), []],
    ['as a web page', body('<html>'), USERS, STATISTICS],
    ['with other members', body('{"seats_used":"many"}'), USERS, STATISTICS],
    ['with some members missing', LICENSE, body('{"total_users":4}'), SEATS],
    ['as no object', LICENSE, body('[]'), SEATS],
    ['without an end', body(`${' '.repeat(70_000)}{"seats_used":2}`), USERS, STATISTICS],
    ['from a connection that breaks', (response) => response.destroy(), USERS, STATISTICS],
    ['in a circle', redirect(LICENSE_PATH), USERS, STATISTICS],
  ] satisfies [string, Reply, Reply, unknown][])(
    'that cannot be had %s are left out',
    async (_, license, users, crossChecks) => {
      const { result, pauses } = await pull((await instanceWith(license, users)).origin);
      expect(result).toMatchObject({ snapshot: { accounts: { length: 4 } }, crossChecks });
      expect(pauses).toEqual([]);
    },
  );

  it('do not hold up the snapshot when they hang', async () => {
    const { origin } = await instanceWith(() => undefined, USERS);
    const { result } = await pull(origin, { totalsTimeoutMs: 50 });
    expect(result).toMatchObject({ snapshot: { kind: 'server' } });
  });

  it('are not asked for close to the deadline, which would cost the snapshot', async () => {
    const instance = await instanceWith(LICENSE, USERS);
    const { result, requests } = await pull(instance.origin, { timeLeftMs: 25_000 });
    expect(result).toMatchObject({ snapshot: { kind: 'server' }, crossChecks: [] });
    expect(requests).toBe(1);
  });

  it('end the pull when the call is aborted: it is no answer then', async () => {
    const abort = new AbortController();
    const { origin } = await instanceWith(() => abort.abort(), USERS);
    expect(failureOf(await pull(origin, { signal: abort.signal }))).toBe('timed-out');
  });
});
