import { cloudSnapshot, identitiesSnapshot, licenseRow, serverSnapshot } from '../../support/accounts.ts';
import { describePeople, home, one, work } from './describe-people.ts';

describePeople('the accounts of one person, by linked identities', [
  {
    policy: 'a linked SAML attribute of a cloud account equals the primary email',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona', samlNameId: ' Mona@Example.com ' })]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
    ],
    people: [['@mona', 'ghes-a:1']],
    rules: ['linked-identity'],
  },
  {
    policy:
      'a linked SCIM or SAML attribute other than the NameID equals the primary email, in any case of the login',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'Mona', samlNameId: 'mona' })]),
      identitiesSnapshot([{ login: 'mona', emails: [home, work] }]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
      serverSnapshot('ghes-b', [one('ghes-b:1', home)]),
    ],
    people: [['@Mona', 'ghes-a:1', 'ghes-b:1']],
    rules: ['linked-identity', 'linked-identity'],
  },
  {
    policy: 'a NameID that is an address counts beside the other attributes',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona', samlNameId: work })]),
      identitiesSnapshot([{ login: 'mona', emails: [home] }]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
      serverSnapshot('ghes-b', [one('ghes-b:1', home)]),
    ],
    people: [['@mona', 'ghes-a:1', 'ghes-b:1']],
    rules: ['linked-identity', 'linked-identity'],
  },
  {
    policy: 'an identity of a login that has no license row makes nobody',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona' })]),
      identitiesSnapshot([{ login: 'hubot', emails: [work] }]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
    ],
    people: [['@mona'], ['ghes-a:1']],
    rules: [],
  },
  {
    policy: 'identities that are newer than the license rows decide nothing about which accounts exist',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona' })]),
      identitiesSnapshot([], '2026-03-09T00:00:00.000Z'),
    ],
    people: [['@mona']],
    rules: [],
  },
  {
    policy: "for managed users a subscription's address equals the linked identity's",
    snapshots: [
      cloudSnapshot([
        licenseRow({ login: 'mona' }),
        licenseRow({ visualStudio: { email: home, status: null } }),
      ]),
      identitiesSnapshot([{ login: 'mona', emails: [home] }]),
    ],
    people: [['@mona']],
    rules: [],
  },
]);
