import {
  cloudSnapshot,
  email,
  licenseRow,
  ref,
  serverAccount,
  serverSnapshot,
} from '../../support/accounts.ts';
import { describePeople, home, one, work } from './describe-people.ts';

describePeople('the accounts of one person', [
  {
    policy: "GitHub's own match: the row of a cloud account lists the server account",
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona', serverAccounts: [ref('ghes-a:1')] })]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
    ],
    people: [['@mona', 'ghes-a:1']],
    rules: ['github-match'],
  },
  {
    policy: "GitHub's own match: a row without a cloud account lists accounts of two instances",
    snapshots: [
      cloudSnapshot([licenseRow({ serverAccounts: [ref('ghes-a:1'), ref('ghes-b:1')] })]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
      serverSnapshot('ghes-b', [one('ghes-b:1', home)]),
    ],
    people: [['ghes-a:1', 'ghes-b:1']],
    rules: ['github-match'],
  },
  {
    policy: 'a match of GitHub with an account that the instance no longer has matches nobody',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona', serverAccounts: [ref('ghes-a:1')] })]),
      serverSnapshot('ghes-a', [one('ghes-a:2')]),
    ],
    people: [['@mona'], ['ghes-a:2']],
    rules: [],
  },
  {
    policy: 'an account that GitHub lists on an instance without a snapshot exists all the same',
    snapshots: [cloudSnapshot([licenseRow({ login: 'mona', serverAccounts: [ref('ghes-x:7')] })])],
    people: [['@mona', 'ghes-x:7']],
    rules: ['github-match'],
  },
  {
    policy: 'a verified email of a cloud account equals the primary email',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona', verifiedEmails: [work] })]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
    ],
    people: [['@mona', 'ghes-a:1']],
    rules: ['verified-email'],
  },
  {
    policy: 'each cloud account is matched by its own addresses',
    snapshots: [
      cloudSnapshot([
        licenseRow({ login: 'lisa', verifiedEmails: [home] }),
        licenseRow({ login: 'mona', verifiedEmails: [work] }),
      ]),
      serverSnapshot('ghes-a', [one('ghes-a:1'), one('ghes-a:2', home)]),
    ],
    people: [
      ['@lisa', 'ghes-a:2'],
      ['@mona', 'ghes-a:1'],
    ],
    rules: ['verified-email', 'verified-email'],
  },
  {
    policy: 'only the primary email matches: a further email does not',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona', verifiedEmails: [work] })]),
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { primaryEmail: home, furtherEmails: [work] })]),
    ],
    people: [['@mona'], ['ghes-a:1']],
    rules: [],
  },
  {
    policy: 'the same primary email on another instance is one person, without a cloud account',
    snapshots: [
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
      serverSnapshot('ghes-b', [one('ghes-b:9')]),
      serverSnapshot('ghes-c', [one('ghes-c:9', home)]),
    ],
    people: [['ghes-a:1', 'ghes-b:9'], ['ghes-c:9']],
    rules: ['same-primary-email'],
  },
  {
    policy: 'the same primary email as that of an account which GitHub has matched is the same person',
    snapshots: [
      cloudSnapshot([licenseRow({ login: 'mona', serverAccounts: [ref('ghes-b:1')] })]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
      serverSnapshot('ghes-b', [one('ghes-b:1')]),
      serverSnapshot('ghes-c', [one('ghes-c:1')]),
    ],
    people: [['@mona', 'ghes-a:1', 'ghes-b:1', 'ghes-c:1']],
    rules: ['github-match', 'same-primary-email', 'same-primary-email'],
  },
  {
    policy: 'no plus-address and no dot folding',
    snapshots: [
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
      serverSnapshot('ghes-b', [one('ghes-b:1', email('mona+work@example.com'))]),
      serverSnapshot('ghes-c', [one('ghes-c:1', email('m.ona@example.com'))]),
    ],
    people: [['ghes-a:1'], ['ghes-b:1'], ['ghes-c:1']],
    rules: [],
  },
  {
    policy: 'two candidates: the stronger rule wins and the loser is named',
    snapshots: [
      cloudSnapshot([
        licenseRow({ login: 'a-verified', verifiedEmails: [work] }),
        licenseRow({ login: 'b-saml', samlNameId: work }),
      ]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
    ],
    people: [['@a-verified'], ['@b-saml', 'ghes-a:1']],
    rules: ['linked-identity'],
    ambiguities: 1,
  },
  {
    policy: 'two candidates of one rule: the smaller login wins and the loser is named',
    snapshots: [
      cloudSnapshot([
        licenseRow({ login: 'a', samlNameId: work, verifiedEmails: [work] }),
        licenseRow({ login: 'b', samlNameId: work, verifiedEmails: [work] }),
      ]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
    ],
    people: [['@a', 'ghes-a:1'], ['@b']],
    rules: ['linked-identity'],
    ambiguities: 1,
  },
  {
    policy: 'two accounts of one address that GitHub gives to two people stay apart, as an ambiguity',
    snapshots: [
      cloudSnapshot([
        licenseRow({ login: 'a', serverAccounts: [ref('ghes-a:1')] }),
        licenseRow({ login: 'b', serverAccounts: [ref('ghes-b:1')] }),
      ]),
      serverSnapshot('ghes-a', [one('ghes-a:1')]),
      serverSnapshot('ghes-b', [one('ghes-b:1')]),
    ],
    people: [
      ['@a', 'ghes-a:1'],
      ['@b', 'ghes-b:1'],
    ],
    rules: ['github-match', 'github-match'],
    ambiguities: 1,
  },
  {
    policy: 'nobody is behind a system user, whatever address it has',
    snapshots: [
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { systemUser: 'ghost', primaryEmail: work })]),
      serverSnapshot('ghes-b', [one('ghes-b:1')]),
    ],
    people: [['ghes-a:1'], ['ghes-b:1']],
    rules: [],
  },
]);
