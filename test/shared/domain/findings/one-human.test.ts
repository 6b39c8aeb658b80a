import { cloudSnapshot, email, identitiesSnapshot, ref, serverSnapshot } from '../../../support/accounts.ts';
import { account, cloudRow, describeFindings, HOME, OTHER, suspended, WORK } from './describe-findings.ts';

describeFindings('several people who may be one human', [
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
    policy: 'likely the same person: one finding of whoever is linked through others, another of all else',
    snapshots: [
      serverSnapshot('ghes-a', [
        account('ghes-a:1', WORK, { furtherEmails: [email(HOME)] }),
        account('ghes-a:2', HOME, { furtherEmails: [email(OTHER)] }),
        account('ghes-a:3', OTHER),
        account('ghes-a:4', 'lisa@example.com', { furtherEmails: [email('lisa@home.example')] }),
        account('ghes-a:5', 'lisa@home.example'),
      ]),
    ],
    findings: ['likely-same-person ghes-a:1 ghes-a:2 ghes-a:3: 2', 'likely-same-person ghes-a:4 ghes-a:5: 1'],
  },
  {
    policy: 'likely the same person: by those accounts that have the address',
    snapshots: [
      serverSnapshot('ghes-a', [account('ghes-a:1', WORK, { furtherEmails: [email(HOME)] })]),
      serverSnapshot('ghes-b', [account('ghes-b:1')]),
      serverSnapshot('ghes-c', [account('ghes-c:1', HOME)]),
    ],
    findings: ['likely-same-person ghes-a:1 ghes-c:1: 1'],
  },
  {
    policy: 'likely the same person: ten people may have one address',
    snapshots: [
      serverSnapshot(
        'ghes-a',
        Array.from({ length: 10 }, (_, person) =>
          account(`ghes-a:${person}`, `person${person}@example.com`, { furtherEmails: [email(HOME)] }),
        ),
      ),
    ],
    findings: [
      'likely-same-person ghes-a:0 ghes-a:1 ghes-a:2 ghes-a:3 ghes-a:4 ghes-a:5 ghes-a:6 ghes-a:7 ghes-a:8 ghes-a:9: 9',
    ],
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
    policy: 'ambiguous: with one cloud account, and likely the same person as another',
    snapshots: [
      cloudSnapshot([
        cloudRow('mona', { verifiedEmails: [email(HOME), email(WORK)], serverAccounts: [ref('ghes-a:1')] }),
        cloudRow('mona-b', { verifiedEmails: [email(WORK)] }),
        cloudRow('mona-c', { verifiedEmails: [email(HOME)] }),
      ]),
      serverSnapshot('ghes-a', [account('ghes-a:1')]),
    ],
    findings: ['ambiguous @mona @mona-b ghes-a:1: 0', 'likely-same-person @mona @mona-c: 1'],
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
]);
