import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/domain/resolve.ts';
import {
  cloudSnapshot,
  email,
  identitiesSnapshot,
  licenseRow,
  ref,
  serverAccount,
  serverSnapshot,
} from '../../support/accounts.ts';
import { aSnapshot } from '../../support/arbitrary-usage.ts';
import { newestOf } from '../../support/model-ledger.ts';

const work = email('mona@example.com');
const home = email('mona@home.example');
const upn = email('lisa@example.com');

const subscription = (address: typeof work) => licenseRow({ visualStudio: { email: address, status: null } });
type People = ReturnType<typeof resolve>;

const positionsOf = (people: People) => Array.from({ length: people.size }, (_, position) => position);
const usagesOf = (people: People) => positionsOf(people).map((position) => people.usageAt(position));

describe('a person without the rest of it', () => {
  const people = resolve([
    cloudSnapshot([
      licenseRow({
        login: 'mona',
        verifiedEmails: [work],
        samlNameId: 'mona',
        serverAccounts: [ref('ghes-b:2')],
      }),
      licenseRow({ serverAccounts: [ref('ghes-a:1')] }),
      licenseRow({ serverAccounts: [ref('ghes-a:3'), ref('ghes-b:3')] }),
      subscription(upn),
    ]),
    identitiesSnapshot([{ login: 'mona', emails: [home, work] }]),
    serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { primaryEmail: work }), serverAccount('ghes-a:3')]),
    serverSnapshot('ghes-0', [serverAccount('ghes-0:4', { dormant: true })]),
    serverSnapshot('ghes-b', [serverAccount('ghes-b:2'), serverAccount('ghes-b:3')]),
  ]);

  test('tells how they count', () => {
    const none = { hasCloudAccount: false, cloudEmails: 0, ambiguities: 0 };
    expect(usagesOf(people)).toEqual([
      {
        consumption: { consumes: true, reason: 'cloud-account', licenseType: 'enterprise' },
        hasCloudAccount: true,
        cloudEmails: 3,
        hostNames: ['ghes-a', 'ghes-b'],
        ambiguities: 0,
      },
      {
        ...none,
        consumption: { consumes: true, reason: 'dormant-server-account', licenseType: 'enterprise' },
        hostNames: ['ghes-0'],
      },
      {
        ...none,
        consumption: { consumes: true, reason: 'server-account', licenseType: 'enterprise' },
        hostNames: ['ghes-a', 'ghes-b'],
      },
      {
        ...none,
        consumption: { consumes: false, reason: 'unlinked-visual-studio-subscription', licenseType: null },
        hostNames: [],
      },
    ]);
  });

  test('tells which accounts are theirs, the cloud account first', () => {
    const accounts = positionsOf(people).map((position) =>
      people.accountsAt(position).map((account) => people.accountKey(account)),
    );
    expect(accounts).toEqual([['@mona', 'ghes-a:1', 'ghes-b:2'], ['ghes-0:4'], ['ghes-a:3', 'ghes-b:3'], []]);
  });

  test("tells which of GitHub's rows name them, each once", () => {
    const rows = positionsOf(people).map((position) =>
      people.rowNumbersAt(position).map((row) => people.rows.at(row).login),
    );
    expect(rows).toEqual([['mona', null], [], [null], []]);
  });

  test('is told the same as by the whole person', () => {
    fc.assert(
      fc.property(fc.array(aSnapshot, { maxLength: 8 }).map(newestOf), (snapshots) => {
        const resolved = resolve(snapshots);
        const told = [...resolved].map(({ consumption, cloudAccount, serverAccounts, ambiguities }) => ({
          consumption,
          hasCloudAccount: cloudAccount !== null,
          hostNames: serverAccounts.map(({ hostName }) => hostName),
          ambiguities: ambiguities.length,
        }));
        expect([...resolved.usages()]).toMatchObject(told);
        expect(usagesOf(resolved)).toEqual([...resolved.usages()]);
      }),
    );
  });
});

test('there is nobody behind the last', () => {
  const people = resolve([
    serverSnapshot('ghes-a', [serverAccount('ghes-a:1')]),
    cloudSnapshot([subscription(upn)]),
  ]);
  expect(people.size).toBe(2);
  expect(() => people.at(2)).toThrow(RangeError);
});

describe('Visual Studio subscriptions', () => {
  test('of one person are told sorted, each once', () => {
    const rows = [
      licenseRow({
        login: 'mona',
        verifiedEmails: [work, home],
        visualStudio: { email: home, status: 'Matched' },
      }),
      subscription(home),
      subscription(work),
      subscription(home),
    ];
    const [person] = resolve([cloudSnapshot(rows)]);
    expect(person?.visualStudioSubscriptions).toEqual([work, home]);
  });

  test('that nobody holds are people who consume nothing, sorted behind all others', () => {
    const people = resolve([
      cloudSnapshot([subscription(work), subscription(upn), subscription(work)]),
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1')]),
    ]);
    const keys = ['account:ghes-a:1', `visual-studio:${upn}`, `visual-studio:${work}`];
    expect(Array.from(people, ({ key }) => key)).toEqual(keys);
    expect(people.at(1)).toMatchObject({ visualStudioSubscriptions: [upn], serverAccounts: [], matches: [] });
  });
});
