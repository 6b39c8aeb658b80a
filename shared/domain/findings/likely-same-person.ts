import type { AccountKey } from '../account.ts';
import { DisjointSets } from '../disjoint-sets.ts';
import type { Found } from '../finding.ts';
import type { AccountNumber } from '../matching/account-list.ts';
import type { People } from '../people.ts';
import type { Person } from '../person.ts';
import { AddressSharers } from './address-sharers.ts';
import { personOf } from './ambiguous.ts';
import type { CountedPerson } from './counted-person.ts';
import { foundAbout } from './finding-about.ts';
import { licenseAtGithub } from './github-rows.ts';

/** An address of more people than this is a team's or a machine's, and says nothing of who somebody is. */
const MAX_SHARERS = 10;

type Position = number;

interface Link {
  readonly one: Position;
  readonly other: Position;
  /** The number of the address. */
  readonly email: number;
}

/**
 * People whom the rule keeps apart and whom an address links: a further address of a server account, or a verified
 * or linked one of two cloud accounts. Policy: only the primary address of a server account matches, and a person
 * has at most one cloud account (billing/reference/enterprise-license-troubleshooting). With one human behind them
 * GitHub counts a license each, of which one is needed. Two who are `ambiguous` are told of there.
 */
export class LikelySamePerson {
  readonly #people: People;
  readonly #sharers: AddressSharers;
  /** Who is noted. */
  #noted: Position = 0;
  /** Made once: V8 keeps what a function for each person holds until all garbage is collected. */
  readonly #noteAddress = (email: number): void => this.#sharers.note(email, this.#noted);

  constructor(people: People) {
    this.#people = people;
    this.#sharers = new AddressSharers(people.addresses.emails.size);
  }

  /** To be asked for a person who consumes a license: of anybody else there is nothing to be saved. */
  note(position: Position): void {
    this.#noted = position;
    this.#people.forEachEmail(position, this.#noteAddress);
  }

  /** Of all who were noted. Whoever is linked through others is in the same finding. */
  *findings(personAt: (position: Position) => CountedPerson): Generator<Found> {
    this.#sharers.release();
    const groups = new DisjointSets(this.#people.size);
    const allLinks = [...this.#links(personAt)];
    for (const { one, other } of allLinks) groups.join(one, other);
    for (const links of Map.groupBy(allLinks, ({ one }) => groups.rootOf(one)).values()) {
      const positions = new Set(links.flatMap(({ one, other }) => [one, other]));
      const emails = new Set(links.map(({ email }) => email));
      const counted = [...positions].map(personAt);
      const licenses = counted.reduce((sum, each) => sum + licenseAtGithub(each), 0);
      yield foundAbout('likely-same-person', Math.max(licenses - 1, 0), () => ({
        accounts: [...positions].flatMap((position) => this.#accountsWith(emails, position)),
        people: counted.map(({ key }) => key),
        emails: Iterator.from(emails).map((email) => this.#people.addresses.emails.at(email)),
      }));
    }
  }

  *#links(personAt: (position: Position) => CountedPerson): Generator<Link> {
    for (const [email, sharers] of this.#sharers.shared()) {
      if (sharers.length > MAX_SHARERS) continue;
      for (const [index, other] of sharers.entries()) {
        const one = sharers
          .slice(0, index)
          .find((earlier) => !areAmbiguous(personAt(earlier).person, personAt(other).person));
        if (one !== undefined) yield { one, other, email };
      }
    }
  }

  #accountsWith(emails: ReadonlySet<number>, position: Position): AccountKey[] {
    const accounts = this.#people.accountsAt(position).filter((account) => this.#hasAny(emails, account));
    return accounts.map((account) => this.#people.accountKey(account));
  }

  #hasAny(emails: ReadonlySet<number>, account: AccountNumber): boolean {
    let has = false;
    this.#people.addresses.forEach(account, (email) => {
      has ||= emails.has(email);
    });
    return has;
  }
}

/** The ambiguity is noted with one of the two, whichever lost the account. */
function areAmbiguous(one: Person, other: Person): boolean {
  const both = [one.key, other.key];
  return [...one.ambiguities, ...other.ambiguities].some(({ cloudAccounts }) =>
    cloudAccounts.every((cloudAccount) => both.includes(personOf(cloudAccount))),
  );
}
