import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../shared/domain/finding.ts';
import { findingsOf } from '../../../../shared/domain/findings/findings-of.ts';
import { githubLicensesOf } from '../../../../shared/domain/findings/github-licenses.ts';
import { resolve } from '../../../../shared/domain/resolve.ts';
import type { UsageSnapshot } from '../../../../shared/domain/usage-snapshot.ts';
import {
  cloudSnapshot,
  email,
  identitiesSnapshot,
  licenseRow,
  ref,
  serverAccount,
  serverSnapshot,
} from '../../../support/accounts.ts';

const WORK = 'mona@example.com';
const HOME = 'mona@home.example';
const OTHER = 'mona@other.example';

interface Case {
  readonly policy: string;
  readonly snapshots: readonly UsageSnapshot[];
  /** Each finding as its kind, its accounts (its source where it is about none) and its seats. */
  readonly findings: readonly string[];
}

/** A cloud account that can be matched, so that nothing is found about it by itself. */
function cloudRow(login: string, facts: Parameters<typeof licenseRow>[0] = {}) {
  return licenseRow({ login, verifiedEmails: [email(`${login}@cloud.example`)], ...facts });
}

function serverRow(...accounts: readonly string[]) {
  return licenseRow({ serverAccounts: accounts.map(ref) });
}

function subscriptionRow(address: string) {
  return licenseRow({
    licenseType: 'visual-studio-subscription',
    visualStudio: { email: email(address), status: null },
  });
}

function account(
  key: string,
  primary: string | null = WORK,
  facts: Parameters<typeof serverAccount>[1] = {},
) {
  return serverAccount(key, { primaryEmail: primary === null ? null : email(primary), ...facts });
}

const dormant = { dormant: true };
const suspended = { suspended: true };
const unknown = { suspended: null };

const CASES: readonly Case[] = [
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
    policy: 'likely the same person: a further address of one account is the primary one of another',
    snapshots: [
      serverSnapshot('ghes-a', [account('ghes-a:1', WORK, { furtherEmails: [email(HOME)] })]),
      serverSnapshot('ghes-b', [account('ghes-b:1', HOME)]),
    ],
    findings: ['likely-same-person ghes-a:1 ghes-b:1: 1'],
  },
  {
    policy: 'likely the same person: the address of a linked identity is the verified one of another account',
    snapshots: [
      cloudSnapshot([cloudRow('mona'), cloudRow('mona-b', { verifiedEmails: [email(WORK)] })]),
      identitiesSnapshot([{ login: 'mona', emails: [email(WORK)] }]),
    ],
    findings: ['likely-same-person @mona @mona-b: 1'],
  },
  {
    policy: 'likely the same person: once, however many addresses and people hang together',
    snapshots: [
      serverSnapshot('ghes-a', [
        account('ghes-a:1', WORK, { furtherEmails: [email(HOME), email(OTHER)] }),
        account('ghes-a:2', HOME, { furtherEmails: [email(OTHER)] }),
        account('ghes-a:3', 'mona@third.example', { furtherEmails: [email(OTHER)] }),
      ]),
    ],
    findings: ['likely-same-person ghes-a:1 ghes-a:2 ghes-a:3: 2'],
  },
  {
    policy: 'likely the same person: not by two addresses that only have one hash in `AddressSharers`',
    snapshots: [
      serverSnapshot('ghes-a', [account('ghes-a:1', '7yzx@x.io'), account('ghes-a:2', 'e6ad@x.io')]),
    ],
    findings: [],
  },
  {
    policy: 'likely the same person: no license is to be saved on somebody who is suspended',
    snapshots: [
      serverSnapshot('ghes-a', [
        account('ghes-a:1', WORK, { furtherEmails: [email(HOME)] }),
        account('ghes-a:2', HOME, suspended),
      ]),
    ],
    findings: [],
  },
  {
    policy: 'likely the same person: an address of many people is a mailing list',
    snapshots: [
      serverSnapshot(
        'ghes-a',
        Array.from({ length: 11 }, (_, index) =>
          account(`ghes-a:${index + 1}`, `person${index}@example.com`, {
            furtherEmails: [email('all@example.com')],
          }),
        ),
      ),
    ],
    findings: [],
  },
  {
    policy:
      'ambiguous: two cloud accounts with the address of one server account are not the same person too',
    snapshots: [
      cloudSnapshot([
        cloudRow('mona', { verifiedEmails: [email(WORK)], serverAccounts: [ref('ghes-a:1')] }),
        cloudRow('mona-b', { verifiedEmails: [email(WORK)] }),
      ]),
      serverSnapshot('ghes-a', [account('ghes-a:1')]),
    ],
    findings: ['ambiguous @mona @mona-b ghes-a:1: 0'],
  },
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
    policy: 'nothing is to be said of a system user, whatever addresses it has',
    snapshots: [
      cloudSnapshot([cloudRow('mona')]),
      serverSnapshot('ghes-a', [
        account('ghes-a:1', WORK, { systemUser: 'ghost', furtherEmails: [email('mona@cloud.example')] }),
      ]),
    ],
    findings: [],
  },
];

function findings(snapshots: readonly UsageSnapshot[]): Finding[] {
  const people = resolve(snapshots);
  return [...findingsOf(people, githubLicensesOf(people, snapshots))];
}

describe('findings', () => {
  test.each(CASES)('$policy', ({ snapshots, findings: expected }) => {
    const lines = findings(snapshots).map(
      ({ kind, accounts, sources, seats }) =>
        `${kind} ${(accounts.length > 0 ? accounts : sources).join(' ')}: ${seats}`,
    );
    expect(lines.sort()).toEqual(expected);
  });

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
