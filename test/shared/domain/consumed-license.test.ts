import { describe, expect, test } from 'vitest';
import type { LicenseRow } from '../../../shared/domain/account.ts';
import { consumedLicenseOf } from '../../../shared/domain/consumed-license.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import type { UsageFacts } from '../../../shared/domain/usage-snapshot.ts';
import {
  cloudSnapshot,
  email,
  licenseRow,
  ref,
  serverAccount,
  serverSnapshot,
} from '../../support/accounts.ts';

const work = email('mona@example.com');
const home = email('mona@home.example');

/** Of the first person of these snapshots. */
function licenseOf(snapshots: readonly UsageFacts[], row: LicenseRow | null) {
  const [person] = resolve(snapshots);
  if (person === undefined) throw new Error('somebody is there');
  return consumedLicenseOf(person, row);
}

const onInstances = [
  serverSnapshot('ghes-a', [
    serverAccount('ghes-a:1', { primaryEmail: home }),
    serverAccount('ghes-a:2', { primaryEmail: work }),
    serverAccount('ghes-a:3', { primaryEmail: work }),
    serverAccount('ghes-a:4'),
  ]),
];

describe('a consumed license', () => {
  test('of somebody on instances alone tells the accounts and nothing that only GitHub knows', () => {
    const [, person] = [...resolve(onInstances)];
    expect(person && consumedLicenseOf(person, null)).toEqual({
      login: null,
      serverAccounts: ['ghes-a:2', 'ghes-a:3'],
      serverPrimaryEmails: [work],
      verifiedEmails: [],
      samlNameId: null,
      licenseType: 'enterprise',
      visualStudio: null,
      details: licenseRow().details,
    });
  });

  test('of somebody in the cloud tells what GitHub says of the account, and every server account of ours', () => {
    const row = licenseRow({
      login: 'Mona',
      verifiedEmails: [work],
      samlNameId: 'mona-lisa',
      serverAccounts: ['ghes-a:1', 'ghes-a:4'].map(ref),
      details: { ...licenseRow().details, name: 'Mona Lisa', costCenter: 'Research' },
    });
    expect(licenseOf([cloudSnapshot([row]), ...onInstances], row)).toMatchObject({
      login: 'Mona',
      serverAccounts: ['ghes-a:1', 'ghes-a:2', 'ghes-a:3', 'ghes-a:4'],
      serverPrimaryEmails: [work, home],
      verifiedEmails: [work],
      samlNameId: 'mona-lisa',
      details: row.details,
    });
  });

  test('is none of somebody who consumes none', () => {
    const suspended = serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { suspended: true })]);
    expect(licenseOf([suspended], null)).toBeNull();
  });

  test.each([
    ['as GitHub tells it', { email: home, status: 'Matched' }, { email: home, status: 'Matched' }],
    [
      'with our address where GitHub names none',
      { email: null, status: 'Matched' },
      { email: work, status: 'Matched' },
    ],
    ['without a status where only we have linked it', null, { email: work, status: null }],
  ])('shows the subscription of a subscriber %s', (_, githubs, shown) => {
    const subscriber = licenseRow({ login: 'mona', visualStudio: { email: work, status: null } });
    const row = licenseRow({ login: 'mona', visualStudio: githubs });
    expect(licenseOf([cloudSnapshot([subscriber])], row)?.visualStudio).toEqual(shown);
  });
});
