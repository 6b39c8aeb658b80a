import type { AccountKey } from '../account.ts';
import type { Found } from '../finding.ts';
import type { CanonicalKey } from '../person.ts';
import type { CountedPerson } from './counted-person.ts';
import { foundAbout } from './finding-about.ts';

/**
 * A match that was refused because the person would have had two cloud accounts. GitHub documents no rule for
 * several candidates, so the stronger rule wins and the loser is named. No seats: which account is right, only an
 * owner can tell.
 */
export function ambiguous(counted: CountedPerson): Found[] {
  return counted.person.ambiguities.map(({ refused, cloudAccounts }) =>
    foundAbout('ambiguous', 0, () => ({
      accounts: [...cloudAccounts, refused.account, refused.with],
      people: cloudAccounts.map(personOf),
      emails: refused.email === null ? [] : [refused.email],
    })),
  );
}

/** Whose a cloud account is: a person who has one is known by its login. */
export function personOf(cloudAccount: AccountKey): CanonicalKey {
  return `login:${cloudAccount.slice(1)}`;
}
