import { describe, expect, it } from 'vitest';
import { S3SnapshotStore } from '../../shared/adapters/s3/snapshot-store.ts';
import type { LicenseRow, ServerAccount } from '../../shared/domain/account.ts';
import { serverAccountsOf } from '../../shared/domain/server-accounts-builder.ts';
import type { SnapshotRef } from '../../shared/domain/upload.ts';
import type { CloudUsageSnapshot, ServerUsageSnapshot } from '../../shared/domain/usage-snapshot.ts';
import type { SnapshotStore } from '../../shared/ports.ts';
import {
  cloudSnapshot,
  email,
  host,
  licenseRow,
  ref,
  serverAccount,
  serverSnapshot,
} from '../support/accounts.ts';
import { InMemorySnapshotStore } from '../support/fakes/in-memory-snapshot-store.ts';
import { factsOf } from '../support/usage-facts.ts';
import { BUCKET, describeOnS3 } from './describe-bucket-port.ts';

const HOST = host('ghe-a.example.com');

const ACCOUNTS: readonly ServerAccount[] = [
  serverAccount(`${HOST}:1`, {
    systemUser: 'ghost',
    primaryEmail: email('ghost@example.com'),
    furtherEmails: [email('a@example.com'), email('ä@example.com')],
    suspended: true,
    dormant: true,
    siteAdmin: true,
    securityProducts: ['advanced-security', 'code-security', 'secret-protection'],
  }),
  serverAccount(`${HOST}:2`, { furtherEmails: [], securityProducts: [] }),
  serverAccount(`${HOST}:3`, { suspended: null, dormant: null, siteAdmin: null }),
];

const SERVER: ServerUsageSnapshot = serverSnapshot(HOST, ACCOUNTS, {
  instance: { hostName: HOST, serverId: 'a-uuid', version: '3.17.1' },
});

const CLOUD: CloudUsageSnapshot = cloudSnapshot(
  [
    licenseRow({
      login: 'Octocat',
      serverAccounts: [ref(`${HOST}:1`), { hostName: null, userId: 9 }],
      serverPrimaryEmails: [email('ghost@example.com')],
      verifiedEmails: [email('octocat@example.com')],
      samlNameId: 'octocat',
      licenseType: 'visual-studio-subscription',
      visualStudio: { email: email('vs@example.com'), status: 'Matched' },
      totalUserAccounts: 2,
      details: {
        name: 'The Octocat',
        profile: 'https://github.com/octocat',
        memberRoles: ['octo-org:Owner'],
        enterpriseRoles: ['Owner'],
        organizationsWithPendingInvites: ['octo-lab'],
        twoFactorAuth: false,
        twoFactorAuthRequiredBy: '2026-06-01',
        costCenter: 'R&D',
        securityProducts: ['code-security'],
      },
    }),
    licenseRow({ licenseType: null, visualStudio: { email: null, status: null } }),
  ],
  { seatsConsumed: 2, seatsPurchased: 10, unidentifiedRows: 1 },
);

async function rowsOf(store: SnapshotStore, ref: SnapshotRef): Promise<LicenseRow[]> {
  const rows = [];
  for await (const row of await store.licenseRows(ref)) rows.push(row);
  return rows;
}

function suite(create: () => SnapshotStore): void {
  it.each([
    ['a server instance', SERVER, 'server:ghe-a.example.com', 3],
    ['the cloud enterprise', CLOUD, 'cloud', 2],
    ['an instance without accounts', serverSnapshot('empty.example.com', []), 'server:empty.example.com', 0],
    ['a cloud enterprise of which no totals are known', cloudSnapshot([licenseRow()]), 'cloud', 1],
  ] as const)(
    'gives back what decides of the snapshot of %s as saved',
    async (_, snapshot, source, accounts) => {
      const store = create();
      const saved = await store.save(snapshot);
      expect(saved).toMatchObject({
        source,
        channel: snapshot.channel,
        observedAt: snapshot.observedAt,
        accounts,
      });
      expect(saved.digest).toMatch(/^[0-9a-f]{64}$/);
      expect(await store.load(saved)).toEqual(factsOf(snapshot));
    },
  );

  it('gives the rows of the cloud enterprise one by one, in their order', async () => {
    const store = create();
    expect(await rowsOf(store, await store.save(CLOUD))).toEqual(CLOUD.rows);
    expect(await rowsOf(store, await store.save(cloudSnapshot([])))).toEqual([]);
  });

  it('gives no rows of an instance', async () => {
    const store = create();
    const ref = await store.save(SERVER);
    await expect(rowsOf(store, ref)).rejects.toThrow(
      `the snapshot ${ref.key} is not of the cloud enterprise`,
    );
  });

  it('gives the same reference when a snapshot is saved again', async () => {
    const store = create();
    const again = { ...SERVER, accounts: serverAccountsOf(HOST, ACCOUNTS) };
    expect(await store.save(again)).toEqual(await store.save(SERVER));
  });

  it('gives equal content an equal digest, whenever it was observed', async () => {
    const store = create();
    const later = { ...SERVER, observedAt: '2026-03-08T00:00:00.000Z' };
    const [first, second] = [await store.save(SERVER), await store.save(later)];
    expect(second.digest).toBe(first.digest);
    expect(second.key).not.toBe(first.key);
    expect(await store.load(second)).toEqual(later);
  });

  it.each([
    ['another channel', { ...SERVER, channel: 'export' }],
    ['another version of the instance', { ...SERVER, instance: { ...SERVER.instance, version: '3.18.0' } }],
    ['an account less', { ...SERVER, accounts: serverAccountsOf(HOST, ACCOUNTS.slice(1)) }],
    [
      'an account changed',
      {
        ...SERVER,
        accounts: serverAccountsOf(
          HOST,
          ACCOUNTS.map((a) => ({ ...a, suspended: false })),
        ),
      },
    ],
  ] as const)('gives %s another digest', async (_, other) => {
    const store = create();
    expect((await store.save(other)).digest).not.toBe((await store.save(SERVER)).digest);
  });
}

describe('SnapshotStore in memory', () => suite(() => new InMemorySnapshotStore()));

describeOnS3('SnapshotStore', (bucket) => suite(() => new S3SnapshotStore(bucket(), BUCKET)));
