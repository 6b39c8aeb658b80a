import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../shared/domain/ledger.ts';
import {
  compareSummaries,
  emailsOf,
  lookupEmailsOf,
  type PersonSummary,
  summarize,
} from '../../../shared/domain/person-summary.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import { cloudSnapshot, email, licenseRow, serverAccount, serverSnapshot } from '../../support/accounts.ts';

const [first, second] = ['a', 'b'].map((id) => id as PersonId);
const work = email('mona@example.com');
const home = email('mona@home.example');
const verified = email('mona@verified.example');
const further = email('lisa@example.com');
const subscription = email('mona@subscriber.example');

const [mona] = resolve([
  cloudSnapshot([
    licenseRow({
      login: 'Mona',
      verifiedEmails: [work, verified],
      serverPrimaryEmails: [home],
      visualStudio: { email: subscription, status: 'Matched' },
    }),
  ]),
  serverSnapshot('ghes-a', [
    serverAccount('ghes-a:1', { primaryEmail: work, furtherEmails: [home, further] }),
    serverAccount('ghes-a:2', { primaryEmail: work, furtherEmails: [] }),
  ]),
  serverSnapshot('ghes-b', [serverAccount('ghes-b:1', { primaryEmail: work })]),
]);
const [nobodyKnown] = resolve([serverSnapshot('ghes-a', [serverAccount('ghes-a:9')])]);
const [server] = resolve([
  serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { primaryEmail: work, furtherEmails: [home] })]),
]);
if (!mona || !nobodyKnown || !server || !first || !second) throw new Error('they are people');

describe('the addresses of a person', () => {
  it('are those of every account and subscription, sorted, each once', () => {
    expect(emailsOf(mona)).toEqual([further, work, home, subscription, verified]);
  });

  it('are none where no address is known', () => {
    expect(emailsOf(nobodyKnown)).toEqual([]);
  });

  it('lead to the person by a look-up, but for the one that the id derives from', () => {
    expect(lookupEmailsOf(mona)).toEqual(emailsOf(mona));
    expect(lookupEmailsOf(server)).toEqual([home]);
  });
});

describe('a person in a listing', () => {
  it('is shown with every account and instance that they have', () => {
    expect(summarize(first, mona)).toEqual({
      id: first,
      login: 'Mona',
      emails: emailsOf(mona),
      serverAccounts: 3,
      hostNames: ['ghes-a', 'ghes-b'],
      consumes: true,
      reason: 'visual-studio-subscription',
      licenseType: 'visual-studio-subscription',
    });
    expect(summarize(first, nobodyKnown).login).toBeNull();
  });

  const listed = (login: string | null, emails: PersonSummary['emails'] = [], id = first): PersonSummary => ({
    ...summarize(id, nobodyKnown),
    login,
    emails,
  });

  it.each([
    ['by login, whatever its case', listed('anna'), listed('Bert')],
    ['whatever its case', listed('Anna'), listed('bert')],
    ['with people without a login after', listed('zoe', [work]), listed(null, [further])],
    ['who come by their first address', listed(null, [further, work]), listed(null, [home])],
    ['or before those, when none is known', listed(null), listed(null, [email('0@example.com')])],
    ['by id, where nothing else tells them apart', listed(null, [work]), listed(null, [work], second)],
  ])('comes %s', (_, before, after) => {
    expect([after, before].sort(compareSummaries)).toEqual([before, after]);
    expect([before, after].sort(compareSummaries)).toEqual([before, after]);
  });
});
