import { describe, expect, test } from 'vitest';
import { packState } from '../../../shared/domain/account-state.ts';
import {
  CONSUMPTION_TABLE,
  consumptionOf,
  NO_PLACE,
  placeOfState,
} from '../../../shared/domain/consumption.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import {
  cloudSnapshot,
  email,
  licenseRow,
  ref,
  serverAccount,
  serverSnapshot,
} from '../../support/accounts.ts';

const active = serverAccount('ghes-a:1');
const dormant = serverAccount('ghes-a:2', { dormant: true });
const unknown = serverAccount('ghes-a:3', { suspended: null });
const suspended = serverAccount('ghes-a:4', { suspended: true });
const suspendedDormant = serverAccount('ghes-a:5', { suspended: true, dormant: true });
const ghost = serverAccount('ghes-a:6', { systemUser: 'ghost', suspended: null });
const scimAdmin = serverAccount('ghes-a:7', { systemUser: 'scim-admin' });

describe('who consumes a user license', () => {
  test.each([
    ['an active user of an instance', [active], undefined, false, true, 'server-account', 'enterprise'],
    [
      'a dormant user, until suspended',
      [dormant],
      undefined,
      false,
      true,
      'dormant-server-account',
      'enterprise',
    ],
    [
      'an unknown state counts as consuming',
      [unknown],
      undefined,
      false,
      true,
      'server-account-of-unknown-state',
      'enterprise',
    ],
    ['a suspended user does not', [suspended], undefined, false, false, 'suspended', null],
    ['nor one who is dormant besides', [suspendedDormant], undefined, false, false, 'suspended', null],
    ['nor the ghost user', [ghost], undefined, false, false, 'system-user', null],
    ['nor the scim-admin user', [scimAdmin], undefined, false, false, 'system-user', null],
    ['a cloud account in the list', [], 'enterprise', false, true, 'cloud-account', 'enterprise'],
    [
      'suspended here, active there: once',
      [suspended, active],
      undefined,
      false,
      true,
      'server-account',
      'enterprise',
    ],
    [
      'a suspended server account takes nothing from the cloud account',
      [suspended],
      null,
      false,
      true,
      'cloud-account',
      'enterprise',
    ],
    [
      'a linked subscriber consumes the license of the subscription',
      [],
      'visual-studio-subscription',
      false,
      true,
      'visual-studio-subscription',
      'visual-studio-subscription',
    ],
    [
      'a subscriber on an instance alone',
      [active],
      undefined,
      true,
      true,
      'visual-studio-subscription',
      'visual-studio-subscription',
    ],
    [
      'an unlinked subscriber consumes none',
      [],
      undefined,
      true,
      false,
      'unlinked-visual-studio-subscription',
      null,
    ],
    ['nor does one whose only account is suspended', [suspended], undefined, true, false, 'suspended', null],
  ] as const)(
    '%s',
    (_, serverAccounts, cloudLicenseType, hasVisualStudioSubscription, consumes, reason, licenseType) => {
      expect(
        consumptionOf({
          serverPlace: Math.min(
            NO_PLACE,
            ...serverAccounts.map((account) => placeOfState(packState(account))),
          ),
          cloudLicenseType,
          hasVisualStudioSubscription,
        }),
      ).toEqual({
        consumes,
        reason,
        licenseType,
      });
    },
  );

  test('every row of the table quotes its policy', () => {
    for (const row of CONSUMPTION_TABLE) expect(row.policy).not.toBe('');
  });
});

describe('who holds a Visual Studio subscription', () => {
  const upn = email('mona@example.com');
  const subscription = licenseRow({ visualStudio: { email: upn, status: null } });
  const holder = (...snapshots: Parameters<typeof resolve>[0]) =>
    [...resolve(snapshots)]
      .filter((person) => person.visualStudioSubscriptions.includes(upn))
      .map((person) => [person.key, person.consumption.reason]);

  test("GitHub's own match: the row has both", () => {
    const row = licenseRow({ login: 'mona', visualStudio: { email: upn, status: 'Matched' } });
    expect(holder(cloudSnapshot([row]))).toEqual([['login:mona', 'visual-studio-subscription']]);
  });
  test('a verified email of a cloud account equals the UPN', () => {
    const row = licenseRow({ login: 'mona', verifiedEmails: [upn] });
    expect(holder(cloudSnapshot([row, subscription]))).toEqual([
      ['login:mona', 'visual-studio-subscription'],
    ]);
  });
  test('for managed users the linked identity equals the UPN', () => {
    const row = licenseRow({ login: 'mona', samlNameId: upn });
    expect(holder(cloudSnapshot([row, subscription]))).toEqual([
      ['login:mona', 'visual-studio-subscription'],
    ]);
  });
  test('on a server alone the email of the account equals the UPN', () => {
    const snapshot = serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { primaryEmail: upn })]);
    expect(holder(cloudSnapshot([subscription]), snapshot)).toEqual([
      ['email:mona@example.com', 'visual-studio-subscription'],
    ]);
  });
  test('the row lists the server account', () => {
    const row = licenseRow({
      serverAccounts: [ref('ghes-a:1')],
      visualStudio: { email: upn, status: 'Matched' },
    });
    const snapshot = serverSnapshot('ghes-a', [serverAccount('ghes-a:1')]);
    expect(holder(cloudSnapshot([row]), snapshot)).toEqual([
      ['account:ghes-a:1', 'visual-studio-subscription'],
    ]);
  });
  test("GitHub's own match comes before an address: the row of the second account has both", () => {
    const rows = [
      licenseRow({ login: 'lisa', verifiedEmails: [upn] }),
      licenseRow({ login: 'mona', visualStudio: { email: upn, status: 'Matched' } }),
    ];
    expect(holder(cloudSnapshot(rows))).toEqual([['login:mona', 'visual-studio-subscription']]);
  });
  test('a cloud account comes before a server account, and a smaller login before a larger one', () => {
    const rows = ['hubot', 'mona'].map((login) => licenseRow({ login, verifiedEmails: [upn] }));
    const account = serverAccount('ghes-a:1', { primaryEmail: upn, suspended: true });
    expect(holder(cloudSnapshot([...rows, subscription]), serverSnapshot('ghes-a', [account]))).toEqual([
      ['login:hubot', 'visual-studio-subscription'],
    ]);
  });
  test('a further email of a server account holds none', () => {
    const accounts = [1, 2, 3].map((id) => serverAccount(`ghes-a:${id}`, { furtherEmails: [upn] }));
    expect(holder(cloudSnapshot([subscription]), serverSnapshot('ghes-a', accounts))).toEqual([
      ['visual-studio:mona@example.com', 'unlinked-visual-studio-subscription'],
    ]);
  });
  test('linked to no account, it is a person that consumes nothing', () => {
    expect(holder(cloudSnapshot([subscription, subscription]))).toEqual([
      ['visual-studio:mona@example.com', 'unlinked-visual-studio-subscription'],
    ]);
  });
});
