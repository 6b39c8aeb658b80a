import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/domain/resolve.ts';
import { consumedLicenses } from '../../../shared/merge/consumed-licenses.ts';
import { mergeWithLease } from '../../../shared/merge/merge-with-lease.ts';
import {
  cloudSnapshot,
  email,
  licenseRow,
  ref,
  serverAccount,
  serverSnapshot,
} from '../../support/accounts.ts';
import { MergeWorld } from '../../support/merge-world.ts';
import { cloudUsage, licensePage } from '../contracts/usage-file/files.ts';

async function merge(world: MergeWorld): Promise<void> {
  const outcome = await mergeWithLease(world, world.context, { wanted: [], mayRelyOnOthers: false });
  expect(outcome.kind).toBe('merged');
}

/** The licenses of the last report. */
function licensesOf(world: MergeWorld) {
  return world.licenses.reports.get(world.usage.commits.at(-1)?.reportId ?? '')?.licenses ?? [];
}

/** Whatever GitHub might take for a login, and more: of any script, of letters that change when lowered. */
const ODD_LOGINS = [
  'Zoe',
  'adam',
  'Adam-B',
  'adam_acme',
  'adam0',
  'ADAMS',
  'dependabot[bot]',
  '_',
  '-',
  '0',
  '@at',
  '~',
  'İstanbul',
  'ΣΑΣ',
  'ﬁ',
  '😀',
  '\uFF5A',
];

/** Rows without a login, whose keys come before and behind those with one. */
const ROWS_WITHOUT_LOGIN = [
  { enterprise_server_user_ids: ['0.example.com:1'] },
  { enterprise_server_user_ids: ['7'] },
  { enterprise_server_user_ids: ['z.example.com:1'] },
  { visual_studio_subscription_user: true, visual_studio_subscription_email: 'vs@example.com' },
];

const aLogin = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 3 })
  .filter((login) => /^[^\s\p{Cc}]+$/u.test(login));

const someLogins = fc.uniqueArray(fc.oneof(fc.constantFrom(...ODD_LOGINS), aLogin), {
  selector: (login) => login.toLowerCase(),
  maxLength: 20,
});

describe('the licenses of a merge', () => {
  test("have the details of their own row of GitHub's, whatever the logins", async () => {
    await fc.assert(
      fc.asyncProperty(someLogins, async (logins) => {
        const users = logins.map((login) => ({
          github_com_login: login,
          github_com_name: `name of ${login}`,
        }));
        const world = new MergeWorld();
        await world.observe(await cloudUsage(licensePage([...users, ...ROWS_WITHOUT_LOGIN])));
        await merge(world);
        const withLogin = licensesOf(world).filter(({ login }) => login !== null);
        expect(withLogin.map(({ login }) => login).sort()).toEqual(logins.toSorted());
        for (const { login, details } of withLogin) expect(details.name).toBe(`name of ${login}`);
        expect(licensesOf(world).length - withLogin.length).toBe(2);
      }),
      { examples: [[ODD_LOGINS]], numRuns: 50 },
    );
  });

  test('are those of the newest cloud snapshot, whichever channel it came through', async () => {
    const world = new MergeWorld();
    const rows = (name: string) => [
      licenseRow({ login: 'mona', details: { ...licenseRow().details, name } }),
    ];
    await world.observe(cloudSnapshot(rows('of Monday'), { observedAt: '2026-03-02T00:00:00.000Z' }));
    await world.observe(
      cloudSnapshot(rows('of Tuesday'), { observedAt: '2026-03-03T00:00:00.000Z', channel: 'export' }),
    );
    await merge(world);
    expect(licensesOf(world)).toMatchObject([{ login: 'mona', details: { name: 'of Tuesday' } }]);
  });

  test('leave out who consumes none, and come without a cloud as well', async () => {
    const world = new MergeWorld();
    await world.observe(
      serverSnapshot('ghes-a', [
        serverAccount('ghes-a:1', { primaryEmail: email('mona@example.com') }),
        serverAccount('ghes-a:2', { primaryEmail: email('sam@example.com'), suspended: true }),
      ]),
    );
    await merge(world);
    expect(licensesOf(world)).toMatchObject([{ login: null, serverAccounts: ['ghes-a:1'] }]);
  });

  test.each([
    ['in another order', ['ada', 'ben'].toReversed()],
    ['of which one is missing', ['ben']],
    ['of which one is nobody', ['ada', 'ben', 'cy']],
  ])('are refused when they would take their details from rows %s', async (_name, logins) => {
    const people = resolve([cloudSnapshot(['ada', 'ben'].map((login) => licenseRow({ login })))]);
    const rows = logins.map((login) => licenseRow({ login }));
    await expect(Readable.from(consumedLicenses(people, rows)).toArray()).rejects.toThrow(
      'one by one in the order of logins',
    );
  });
});

describe('a license', () => {
  const details = { ...licenseRow().details, name: 'Mona Lisa', costCenter: 'Research' };
  const MONA = email('mona@example.com');
  const SUBSCRIPTION = email('mona@subscriptions.example.com');

  async function licenseOfMona(row: Parameters<typeof licenseRow>[0]) {
    const world = new MergeWorld();
    const linked = licenseRow({ visualStudio: { email: SUBSCRIPTION, status: 'Matched' } });
    await world.observe(
      cloudSnapshot([licenseRow({ login: 'Mona', verifiedEmails: [MONA, SUBSCRIPTION], ...row }), linked]),
    );
    await world.observe(
      serverSnapshot('ghes-a', [
        serverAccount('ghes-a:1', { primaryEmail: MONA }),
        serverAccount('ghes-a:2', { primaryEmail: SUBSCRIPTION, suspended: true }),
      ]),
    );
    await merge(world);
    const [license, ...others] = licensesOf(world);
    expect(others).toEqual([]);
    return license;
  }

  test('has our accounts and addresses, and the columns of GitHub that decide nothing', async () => {
    const license = await licenseOfMona({
      samlNameId: 'mona',
      serverAccounts: [ref('ghes-a:1')],
      serverPrimaryEmails: [email('stale@example.com')],
      totalUserAccounts: 7,
      details,
    });
    expect(license).toEqual({
      login: 'Mona',
      serverAccounts: ['ghes-a:1', 'ghes-a:2'],
      serverPrimaryEmails: [MONA, SUBSCRIPTION],
      verifiedEmails: [MONA, SUBSCRIPTION],
      samlNameId: 'mona',
      licenseType: 'visual-studio-subscription',
      visualStudio: { email: SUBSCRIPTION, status: null },
      details,
    });
  });

  test("tells GitHub's status of a subscription that GitHub has linked, and the address that we know", async () => {
    const license = await licenseOfMona({ visualStudio: { email: null, status: 'Pending Invitation' } });
    expect(license?.visualStudio).toEqual({ email: SUBSCRIPTION, status: 'Pending Invitation' });
  });
});
