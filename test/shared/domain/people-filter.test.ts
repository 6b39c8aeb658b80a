import { describe, expect, it } from 'vitest';
import { fits, kindOf, type PeopleFilter, type PersonKind } from '../../../shared/domain/people-filter.ts';
import { serverSourceId } from '../../../shared/domain/usage-snapshot.ts';
import { personId } from '../../contract/samples.ts';
import { host } from '../../support/accounts.ts';

const HOST = host('ghe.example.com');
const OTHER_HOST = host('ghe-2.example.com');

const ANYBODY: PeopleFilter = {
  consumes: null,
  reason: null,
  deployment: null,
  source: null,
  onSeveralInstances: null,
};

const KINDS = {
  both: { reason: 'cloud-account', hasCloudAccount: true, hostNames: [HOST] },
  cloud: { reason: 'cloud-account', hasCloudAccount: true, hostNames: [] },
  dormant: { reason: 'dormant-server-account', hasCloudAccount: false, hostNames: [HOST, OTHER_HOST] },
  suspended: { reason: 'suspended', hasCloudAccount: false, hostNames: [OTHER_HOST] },
  subscriber: { reason: 'unlinked-visual-studio-subscription', hasCloudAccount: false, hostNames: [] },
} as const satisfies Record<string, PersonKind>;

describe('a filter of people', () => {
  it.each<[string, Partial<PeopleFilter>, readonly (keyof typeof KINDS)[]]>([
    ['nothing', {}, ['both', 'cloud', 'dormant', 'suspended', 'subscriber']],
    ['who consumes', { consumes: true }, ['both', 'cloud', 'dormant']],
    ['who does not', { consumes: false }, ['suspended', 'subscriber']],
    ['a reason', { reason: 'dormant-server-account' }, ['dormant']],
    ['the cloud alone', { deployment: 'cloudOnly' }, ['cloud']],
    ['instances alone', { deployment: 'serverOnly' }, ['dormant', 'suspended']],
    ['both deployments', { deployment: 'cloudAndServer' }, ['both']],
    ['no account', { deployment: 'none' }, ['subscriber']],
    ['the cloud as a source', { source: 'cloud' }, ['both', 'cloud']],
    ['an instance as a source', { source: serverSourceId(HOST) }, ['both', 'dormant']],
    ['an instance nobody is on', { source: serverSourceId(host('new.example.com')) }, []],
    ['who is on several instances', { onSeveralInstances: true }, ['dormant']],
    ['who is on one or none', { onSeveralInstances: false }, ['both', 'cloud', 'suspended', 'subscriber']],
    [
      'several things, which must all fit',
      { consumes: true, source: serverSourceId(OTHER_HOST) },
      ['dormant'],
    ],
  ])('takes %s', (_what, wanted, names) => {
    const filter = { ...ANYBODY, ...wanted };
    expect(Object.entries(KINDS).flatMap(([name, kind]) => (fits(kind, filter) ? [name] : []))).toEqual(
      names,
    );
  });
});

it.each([
  ['Mona', KINDS.both],
  [null, KINDS.suspended],
] as const)('what it looks at is told by the listing of a person: the login %s', (login, kind) => {
  const { reason, hostNames } = kind;
  const listed = { login, reason, hostNames, emails: [], serverAccounts: 1, licenseType: null };
  expect(kindOf({ ...listed, id: personId(1), consumes: true })).toEqual(kind);
});
