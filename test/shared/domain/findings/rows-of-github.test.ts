import { cloudSnapshot, licenseRow, ref, serverSnapshot } from '../../../support/accounts.ts';
import {
  account,
  cloudRow,
  describeFindings,
  OTHER,
  serverRow,
  subscriptionRow,
  WORK,
} from './describe-findings.ts';

describeFindings("GitHub's own rows and totals", [
  {
    policy: 'gone from the instance: a license only where the row lists nothing else',
    snapshots: [
      cloudSnapshot([
        cloudRow('mona', { serverAccounts: [ref('ghes-a:7')] }),
        serverRow('ghes-a:8', 'ghes-a:9'),
        serverRow('ghes-a:1', 'ghes-a:10'),
      ]),
      serverSnapshot('ghes-a', [account('ghes-a:1')]),
    ],
    findings: [
      'gone-from-instance ghes-a:10: 0',
      'gone-from-instance ghes-a:7: 0',
      'gone-from-instance ghes-a:8 ghes-a:9: 1',
    ],
  },
  {
    policy: 'gone from the instance: by the newest snapshot, whatever an older one had',
    snapshots: [
      cloudSnapshot([serverRow('ghes-a:1')]),
      serverSnapshot('ghes-a', [], { channel: 'export', observedAt: '2026-03-02T00:00:00.000Z' }),
      serverSnapshot('ghes-a', [account('ghes-a:1')]),
    ],
    findings: ['gone-from-instance ghes-a:1: 1'],
  },
  {
    policy: 'numbers that disagree: of a person and of a row that is nobody',
    snapshots: [
      cloudSnapshot([
        cloudRow('mona', { serverAccounts: [ref('ghes-a:1')], totalUserAccounts: 2 }),
        licenseRow({ serverAccounts: [ref('ghes-a:2')], totalUserAccounts: 3 }),
        licenseRow({ serverAccounts: [ref('ghes-a:9')], totalUserAccounts: 0 }),
      ]),
      serverSnapshot('ghes-a', [account('ghes-a:1'), account('ghes-a:2', OTHER)]),
    ],
    findings: [
      'gone-from-instance ghes-a:9: 1',
      'totals-disagree ghes-a:2: 0',
      'totals-disagree ghes-a:9: 0',
    ],
  },
  {
    policy: "numbers that disagree: GitHub's total and its rows, but for a subscription that nobody has",
    snapshots: [cloudSnapshot([cloudRow('mona'), subscriptionRow(WORK)], { seatsConsumed: 2 })],
    findings: ['totals-disagree cloud: 0'],
  },
  {
    policy: "numbers that disagree: not where GitHub's total is the number of its rows",
    snapshots: [cloudSnapshot([cloudRow('mona'), subscriptionRow(WORK)], { seatsConsumed: 1 })],
    findings: [],
  },
  {
    policy: 'numbers that disagree: of a row by those accounts whose host is told, if there are any',
    snapshots: [
      cloudSnapshot([
        cloudRow('mona', { serverAccounts: [{ hostName: null, userId: 1 }], totalUserAccounts: 5 }),
        licenseRow({ serverAccounts: [{ hostName: null, userId: 2 }], totalUserAccounts: 5 }),
      ]),
    ],
    findings: ['totals-disagree @mona: 0', 'unidentified-rows cloud: 0'],
  },
  {
    policy: 'rows that name nobody: by no account, or by a user id without its host',
    snapshots: [
      cloudSnapshot(
        [
          cloudRow('mona', { serverAccounts: [{ hostName: null, userId: 1 }] }),
          licenseRow({ serverAccounts: [{ hostName: null, userId: 2 }] }),
          licenseRow({ serverAccounts: [ref('ghes-a:9'), { hostName: null, userId: 3 }] }),
          serverRow('ghes-a:10'),
          subscriptionRow(WORK),
        ],
        { unidentifiedRows: 1 },
      ),
      serverSnapshot('ghes-a', []),
    ],
    findings: [
      'gone-from-instance ghes-a:10: 1',
      'gone-from-instance ghes-a:9: 0',
      'unidentified-rows cloud: 0',
    ],
  },
]);
