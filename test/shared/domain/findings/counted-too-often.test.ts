import { cloudSnapshot, email, ref, serverSnapshot } from '../../../support/accounts.ts';
import {
  account,
  cloudRow,
  describeFindings,
  HOME,
  OTHER,
  serverRow,
  subscriptionRow,
  suspended,
  unknown,
  WORK,
} from './describe-findings.ts';

describeFindings('people whom GitHub counts too often', [
  {
    policy: 'counted twice: a cloud account and a server account with its verified address, in two rows',
    snapshots: [
      cloudSnapshot([cloudRow('mona', { verifiedEmails: [email(WORK)] }), serverRow('ghes-a:1')]),
      serverSnapshot('ghes-a', [account('ghes-a:1')]),
    ],
    findings: ['counted-twice @mona ghes-a:1: 1'],
  },
  {
    policy: 'counted twice: every row but one is a license too many, and a row shows all its server accounts',
    snapshots: [
      cloudSnapshot([serverRow('ghes-a:1', 'ghes-b:1'), serverRow('ghes-b:2'), serverRow('ghes-c:1')]),
      serverSnapshot('ghes-a', [account('ghes-a:1')]),
      serverSnapshot('ghes-b', [account('ghes-b:1', HOME), account('ghes-b:2')]),
      serverSnapshot('ghes-c', [account('ghes-c:1')]),
    ],
    findings: ['counted-twice ghes-a:1 ghes-b:1 ghes-b:2 ghes-c:1: 2'],
  },
  {
    policy: 'counted twice: not by a row that lists a suspended account beside the one that counts',
    snapshots: [
      cloudSnapshot([serverRow('ghes-a:1', 'ghes-b:1')]),
      serverSnapshot('ghes-a', [account('ghes-a:1')]),
      serverSnapshot('ghes-b', [account('ghes-b:1', WORK, suspended)]),
    ],
    findings: [],
  },
  {
    policy: 'counted twice: by the accounts that rows list, and no other of the person',
    snapshots: [
      cloudSnapshot([serverRow('ghes-a:1'), serverRow('ghes-b:1')]),
      serverSnapshot('ghes-a', [account('ghes-a:1'), account('ghes-a:2')]),
      serverSnapshot('ghes-b', [account('ghes-b:1')]),
    ],
    findings: ['counted-twice ghes-a:1 ghes-b:1: 1'],
  },
  {
    policy: 'counted without consuming: a suspended account, by those accounts that GitHub lists',
    snapshots: [
      cloudSnapshot([serverRow('ghes-a:1')]),
      serverSnapshot('ghes-a', [account('ghes-a:1', WORK, suspended)]),
      serverSnapshot('ghes-b', [account('ghes-b:1', WORK, suspended)]),
    ],
    findings: ['counted-without-consuming ghes-a:1: 1'],
  },
  {
    policy: 'counted without consuming: one license, and those beyond it are counted twice',
    snapshots: [
      cloudSnapshot([serverRow('ghes-a:1'), serverRow('ghes-b:1')]),
      serverSnapshot('ghes-a', [account('ghes-a:1', WORK, suspended)]),
      serverSnapshot('ghes-b', [account('ghes-b:1', WORK, suspended)]),
    ],
    findings: ['counted-twice ghes-a:1 ghes-b:1: 1', 'counted-without-consuming ghes-a:1 ghes-b:1: 1'],
  },
  {
    policy: 'counted without consuming: a user that an instance made for itself',
    snapshots: [
      cloudSnapshot([serverRow('ghes-a:1')]),
      serverSnapshot('ghes-a', [account('ghes-a:1', null, { systemUser: 'scim-admin' })]),
    ],
    findings: ['counted-without-consuming ghes-a:1: 1'],
  },
  {
    policy: 'counted without consuming: not where another account of the person consumes, or may do so',
    snapshots: [
      cloudSnapshot([
        cloudRow('mona', { serverAccounts: [ref('ghes-a:1')] }),
        serverRow('ghes-a:2', 'ghes-a:3'),
        serverRow('ghes-a:4', 'ghes-a:5'),
      ]),
      serverSnapshot('ghes-a', [
        account('ghes-a:1', WORK, suspended),
        account('ghes-a:2', HOME, suspended),
        account('ghes-a:3', HOME),
        account('ghes-a:4', OTHER, suspended),
        account('ghes-a:5', OTHER, unknown),
      ]),
    ],
    findings: ['unknown-state ghes-a:5: 0'],
  },
  {
    policy: 'subscription not linked: to the cloud account, if there is one',
    snapshots: [
      cloudSnapshot([
        cloudRow('mona', { serverAccounts: [ref('ghes-a:1')] }),
        serverRow('ghes-a:2'),
        subscriptionRow(WORK),
        subscriptionRow(OTHER),
      ]),
      serverSnapshot('ghes-a', [account('ghes-a:1'), account('ghes-a:2', OTHER)]),
    ],
    findings: ['subscription-not-linked @mona: 1', 'subscription-not-linked ghes-a:2: 1'],
  },
  {
    policy: 'subscription not linked: not where GitHub has linked one, nor where no license is counted',
    snapshots: [
      cloudSnapshot([
        cloudRow('mona', { licenseType: 'visual-studio-subscription', verifiedEmails: [email(WORK)] }),
        subscriptionRow(WORK),
        subscriptionRow(HOME),
        subscriptionRow(OTHER),
      ]),
      serverSnapshot('ghes-a', [account('ghes-a:1', OTHER, suspended)]),
    ],
    findings: [],
  },
  {
    policy: 'subscription not linked: not where GitHub has linked it in one of two rows',
    snapshots: [
      cloudSnapshot([
        cloudRow('mona', {
          verifiedEmails: [email(WORK)],
          visualStudio: { email: email(WORK), status: 'Matched' },
        }),
        serverRow('ghes-a:1'),
      ]),
      serverSnapshot('ghes-a', [account('ghes-a:1')]),
    ],
    findings: ['counted-twice @mona ghes-a:1: 1'],
  },
  {
    policy:
      'subscription not linked: without a cloud account, to each account of a human with the address of one',
    snapshots: [
      cloudSnapshot([
        serverRow('ghes-a:1', 'ghes-a:2', 'ghes-a:3', 'ghes-b:1'),
        subscriptionRow(OTHER),
        subscriptionRow(WORK),
      ]),
      serverSnapshot('ghes-a', [
        account('ghes-a:1', OTHER),
        account('ghes-a:2', WORK, { systemUser: 'ghost' }),
        account('ghes-a:3', HOME),
      ]),
      serverSnapshot('ghes-b', [account('ghes-b:1')]),
    ],
    findings: ['subscription-not-linked ghes-a:1 ghes-b:1: 1'],
  },
]);
