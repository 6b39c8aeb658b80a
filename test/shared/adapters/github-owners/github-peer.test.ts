import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { GitHubEnterpriseOwners } from '../../../../shared/adapters/github-owners/enterprise-owners.ts';
import { FAILURES, type Fault } from '../../../peers/faults/fault.ts';
import { type GitHubPeer, startGitHubPeer } from '../../../peers/github-peer.ts';

let peer: GitHubPeer;

beforeAll(async () => {
  peer = await startGitHubPeer({ enterprise: 'octo-enterprise', people: 10, seed: 1 });
});
afterEach(() => peer.faults.clear());
afterAll(() => peer.close());

function check(token: string, enterprise = 'octo-enterprise') {
  const onFailure = () => {};
  return new GitHubEnterpriseOwners({ apiUrl: peer.url, enterprise, onFailure }).check(token);
}

describe('by GitHub’s schema', () => {
  it('an owner with the scope is an owner', async () => {
    expect(await check(peer.ownerToken)).toEqual({ verdict: 'owner', login: 'octo-owner' });
  });

  it('an owner is none with a token for something else', async () => {
    expect(await check(peer.ownerTokenWithoutScope)).toEqual({ verdict: 'forbidden' });
  });

  it('a member is none', async () => {
    expect(await check(peer.memberToken)).toEqual({ verdict: 'forbidden' });
  });

  it('an owner of another enterprise is none', async () => {
    expect(await check(peer.ownerToken, 'other')).toEqual({ verdict: 'forbidden' });
  });

  it('an unknown token is nobody’s', async () => {
    expect(await check('ghp_unknown')).toEqual({ verdict: 'unauthenticated' });
  });
});

const FAULTS: readonly Fault[] = [
  ...FAILURES,
  { kind: 'redirect' },
  { kind: 'partial-data' },
  { kind: 'altered', alter: () => ({ data: {} }) },
];

test.each(FAULTS.map((fault) => ({ name: JSON.stringify(fault), fault })))(
  'nobody is an owner while GitHub answers $name',
  async ({ fault }) => {
    peer.faults.always(fault, { operation: 'owner-check' });
    const tokens = [peer.ownerToken, peer.memberToken, 'ghp_unknown'];
    const checks = await Promise.all(tokens.map((token) => check(token)));
    expect(checks.map(({ verdict }) => verdict)).not.toContain('owner');
  },
);

test('a fault that passes at once is not seen', async () => {
  peer.faults.next({ kind: 'status', status: 502 }, { operation: 'owner-check' });
  expect(await check(peer.ownerToken)).toEqual({ verdict: 'owner', login: 'octo-owner' });
});
