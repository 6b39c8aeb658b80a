import { describe, expect, test } from 'vitest';
import type { UsageSnapshot } from '../../../../shared/domain/usage-snapshot.ts';
import { cloudSnapshot, email, serverSnapshot } from '../../../support/accounts.ts';
import {
  account,
  cloudRow,
  findings,
  HOME,
  OTHER,
  serverRow,
  subscriptionRow,
  WORK,
} from './describe-findings.ts';

describe('findings', () => {
  test('name the sources, the people and the address that shows it', () => {
    const snapshots = [
      cloudSnapshot([cloudRow('Mona', { verifiedEmails: [email(WORK)] }), serverRow('ghes-a:1')]),
      serverSnapshot('ghes-a', [account('ghes-a:1')]),
    ];
    expect(findings(snapshots)).toEqual([
      {
        kind: 'counted-twice',
        accounts: ['@mona', 'ghes-a:1'],
        sources: ['cloud', 'server:ghes-a'],
        people: ['login:mona'],
        emails: [WORK],
        numbers: null,
        seats: 1,
      },
    ]);
  });

  test('name no address where none shows it', () => {
    const snapshots = [cloudSnapshot([]), serverSnapshot('ghes-a', [account('ghes-a:1')])];
    expect(findings(snapshots)).toEqual([
      {
        kind: 'missing-from-github',
        accounts: ['ghes-a:1'],
        sources: ['server:ghes-a'],
        people: [`email:${WORK}`],
        emails: [],
        numbers: null,
        seats: 0,
      },
    ]);
  });

  test('about GitHub name nobody', () => {
    expect(findings([cloudSnapshot([], { seatsConsumed: 7 })])).toEqual([
      {
        kind: 'totals-disagree',
        accounts: [],
        sources: ['cloud'],
        people: [],
        emails: [],
        numbers: { told: 7, counted: 0 },
        seats: 0,
      },
    ]);
  });

  test.each<{ policy: string; snapshots: readonly UsageSnapshot[]; emails: readonly string[] }>([
    {
      policy: 'counted twice: those that matched the accounts, and none where GitHub did',
      snapshots: [
        cloudSnapshot([serverRow('ghes-a:1', 'ghes-b:1'), serverRow('ghes-b:2')]),
        serverSnapshot('ghes-a', [account('ghes-a:1')]),
        serverSnapshot('ghes-b', [account('ghes-b:1', HOME), account('ghes-b:2')]),
      ],
      emails: [WORK],
    },
    {
      policy: 'likely the same person: the one both have, and no other',
      snapshots: [
        serverSnapshot('ghes-a', [account('ghes-a:1', WORK, { furtherEmails: [email(HOME), email(OTHER)] })]),
        serverSnapshot('ghes-b', [account('ghes-b:1', HOME)]),
      ],
      emails: [HOME],
    },
    {
      policy: 'ambiguous: the one that two cloud accounts have',
      snapshots: [
        cloudSnapshot([
          cloudRow('mona', { verifiedEmails: [email(WORK)] }),
          cloudRow('mona-b', { verifiedEmails: [email(WORK)] }),
        ]),
        serverSnapshot('ghes-a', [account('ghes-a:1')]),
      ],
      emails: [WORK],
    },
    {
      policy: 'subscription not linked: that of the subscription',
      snapshots: [
        cloudSnapshot([
          cloudRow('mona', { verifiedEmails: [email(HOME), email(WORK)] }),
          subscriptionRow(HOME),
        ]),
      ],
      emails: [HOME],
    },
  ])('name addresses: $policy', ({ snapshots, emails }) => {
    expect(findings(snapshots).flatMap((finding) => finding.emails)).toEqual(emails);
  });

  test('tell what GitHub says and what was counted', () => {
    const snapshots = [cloudSnapshot([cloudRow('mona', { totalUserAccounts: 5 })])];
    expect(findings(snapshots)).toMatchObject([
      { kind: 'totals-disagree', numbers: { told: 5, counted: 1 }, people: ['login:mona'] },
    ]);
  });

  test('tell how many rows there are, how many of them name somebody, and what GitHub says', () => {
    const snapshots = [cloudSnapshot([cloudRow('mona')], { unidentifiedRows: 2, seatsConsumed: 7 })];
    expect(findings(snapshots)).toMatchObject([
      { kind: 'unidentified-rows', sources: ['cloud'], numbers: { told: 3, counted: 1 } },
      { kind: 'totals-disagree', sources: ['cloud'], numbers: { told: 7, counted: 3 } },
    ]);
  });
});
