import type { Found } from '../finding.ts';
import type { People } from '../people.ts';
import { ambiguous } from './ambiguous.ts';
import { CountedPerson } from './counted-person.ts';
import { countedTwice } from './counted-twice.ts';
import { countedWithoutConsuming } from './counted-without-consuming.ts';
import { dormantAndConsuming } from './dormant-and-consuming.ts';
import { type GithubLicenses, rowNumbersWithoutLogin } from './github-licenses.ts';
import { goneFromInstance, rowsWithGone } from './gone-from-instance.ts';
import { LikelySamePerson } from './likely-same-person.ts';
import { missingFromGithub } from './missing-from-github.ts';
import { noVerifiedDomainEmail } from './no-verified-domain-email.ts';
import { subscriptionNotLinked } from './subscription-not-linked.ts';
import { totalDisagrees, totalsDisagree } from './totals-disagree.ts';
import { unidentifiedRows } from './unidentified-rows.ts';
import { unknownState } from './unknown-state.ts';

/** What each person gives by themselves. */
const OF_A_PERSON: readonly ((counted: CountedPerson) => Found[])[] = [
  countedTwice,
  countedWithoutConsuming,
  ambiguous,
  missingFromGithub,
  dormantAndConsuming,
  unknownState,
  subscriptionNotLinked,
  noVerifiedDomainEmail,
];

/**
 * What owners should look at or can save on, from what a merge has: each finding once, in no particular order. Found
 * one by one as they are asked for; besides an index of addresses nothing is held in memory.
 * @param github null when GitHub's rows are not known
 * @param passing gets everybody once, so that whoever counts them need not go through them again.
 */
export function* findingsOf(
  people: People,
  github: GithubLicenses | null,
  passing: (counted: CountedPerson) => void = ignore,
): Generator<Found> {
  const likelySame = new LikelySamePerson(people);
  const personAt = (position: number): CountedPerson => new CountedPerson(people, position, github !== null);
  for (let position = 0; position < people.size; position++) {
    const counted = personAt(position);
    passing(counted);
    for (const findings of OF_A_PERSON) {
      const found = findings(counted);
      // Of most there are none, and to go through an empty list takes longer than to find that out.
      if (found.length > 0) for (const finding of found) yield finding;
    }
    for (const row of counted.rowNumbers) {
      const finding = totalsDisagree(people.rows, row, counted);
      if (finding !== null) yield finding;
    }
    if (counted.consumption.consumes) likelySame.note(position);
  }
  yield* likelySame.findings(personAt);
  if (github !== null) yield* findingsOfRows(github);
}

function ignore(): void {}

function* findingsOfRows(github: GithubLicenses): Generator<Found> {
  const { rows, known } = github;
  for (const row of rowsWithGone(github)) yield goneFromInstance(row, known);
  for (const row of rowNumbersWithoutLogin(rows)) {
    const finding = known.isNobodys(rows.at(row)) ? totalsDisagree(rows, row, null) : null;
    if (finding !== null) yield finding;
  }
  yield* unidentifiedRows(github);
  yield* totalDisagrees(github);
}
