import {
  cloudSnapshot,
  email,
  identitiesSnapshot,
  licenseRow,
  ref,
  serverSnapshot,
} from '../../../support/accounts.ts';
import {
  account,
  cloudRow,
  describeFindings,
  dormant,
  OTHER,
  serverRow,
  subscriptionRow,
  suspended,
  unknown,
  WORK,
} from './describe-findings.ts';

describeFindings('people who consume a license', [
  {
    policy: "missing from GitHub: an active account that none of GitHub's rows lists",
    snapshots: [cloudSnapshot([]), serverSnapshot('ghes-a', [account('ghes-a:1')])],
    findings: ['missing-from-github ghes-a:1: 0'],
  },
  {
    policy: "missing from GitHub: nobody, as long as GitHub's rows are not known",
    snapshots: [serverSnapshot('ghes-a', [account('ghes-a:1')])],
    findings: [],
  },
  {
    policy: 'missing from GitHub: not a suspended account, and not one of a person whom GitHub counts',
    snapshots: [
      cloudSnapshot([cloudRow('mona', { verifiedEmails: [email(WORK)] })]),
      serverSnapshot('ghes-a', [account('ghes-a:1'), account('ghes-a:2', OTHER, suspended)]),
    ],
    findings: [],
  },
  {
    policy: 'missing from GitHub: by those accounts that consume',
    snapshots: [
      cloudSnapshot([]),
      serverSnapshot('ghes-a', [account('ghes-a:1')]),
      serverSnapshot('ghes-b', [account('ghes-b:1', WORK, suspended)]),
    ],
    findings: ['missing-from-github ghes-a:1: 0'],
  },
  {
    policy: 'dormant and consuming: by every account',
    snapshots: [
      cloudSnapshot([serverRow('ghes-a:1', 'ghes-b:1')]),
      serverSnapshot('ghes-a', [account('ghes-a:1', WORK, dormant)]),
      serverSnapshot('ghes-b', [account('ghes-b:1', WORK, dormant)]),
    ],
    findings: ['dormant-and-consuming ghes-a:1 ghes-b:1: 1'],
  },
  {
    policy: 'dormant and consuming: not with an active account, nor with a cloud account',
    snapshots: [
      cloudSnapshot([
        serverRow('ghes-a:1', 'ghes-b:1'),
        cloudRow('cy', { serverAccounts: [ref('ghes-a:2')] }),
      ]),
      serverSnapshot('ghes-a', [account('ghes-a:1', WORK, dormant), account('ghes-a:2', OTHER, dormant)]),
      serverSnapshot('ghes-b', [account('ghes-b:1')]),
    ],
    findings: [],
  },
  {
    policy: 'dormant and consuming: no license is promised while another account may go on consuming',
    snapshots: [
      cloudSnapshot([serverRow('ghes-a:1', 'ghes-b:1')]),
      serverSnapshot('ghes-a', [account('ghes-a:1', WORK, dormant)]),
      serverSnapshot('ghes-b', [account('ghes-b:1', WORK, unknown)]),
    ],
    findings: ['dormant-and-consuming ghes-a:1: 0'],
  },
  {
    policy: "dormant and consuming: a license by the documented rule where GitHub's rows are not known",
    snapshots: [serverSnapshot('ghes-a', [account('ghes-a:1', WORK, dormant)])],
    findings: ['dormant-and-consuming ghes-a:1: 1'],
  },
  {
    policy: 'dormant and consuming, and missing from GitHub: GitHub counts no license that could be saved',
    snapshots: [cloudSnapshot([]), serverSnapshot('ghes-a', [account('ghes-a:1', WORK, dormant)])],
    findings: ['dormant-and-consuming ghes-a:1: 0', 'missing-from-github ghes-a:1: 0'],
  },
  {
    policy: 'no address on a verified domain: nor of an identity, nor any server account',
    snapshots: [
      cloudSnapshot([
        licenseRow({ login: 'bare', samlNameId: 'no-address' }),
        licenseRow({ login: 'linked' }),
        licenseRow({ login: 'matched', serverAccounts: [ref('ghes-a:1')] }),
        licenseRow({ login: 'saml', samlNameId: 'saml@example.com' }),
      ]),
      identitiesSnapshot([{ login: 'linked', emails: [email('linked@example.com')] }]),
      serverSnapshot('ghes-a', [account('ghes-a:1')]),
    ],
    findings: ['no-verified-domain-email @bare: 0'],
  },
  {
    policy: 'no address on a verified domain: not a subscription that nobody holds',
    snapshots: [cloudSnapshot([subscriptionRow(WORK)])],
    findings: [],
  },
  {
    policy: 'not known whether suspended: the accounts of which nothing is known, and not missing as well',
    snapshots: [
      cloudSnapshot([]),
      serverSnapshot('ghes-a', [account('ghes-a:1', WORK, unknown)]),
      serverSnapshot('ghes-b', [account('ghes-b:1', WORK, suspended)]),
    ],
    findings: ['unknown-state ghes-a:1: 0'],
  },
  {
    policy: 'not known whether suspended: no matter with an account that consumes anyway',
    snapshots: [
      serverSnapshot('ghes-a', [account('ghes-a:1', WORK, unknown)]),
      serverSnapshot('ghes-b', [account('ghes-b:1')]),
    ],
    findings: [],
  },
]);
