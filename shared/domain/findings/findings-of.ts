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
    // One by one: V8 sees which rule is called, as it would not in a list of them, and no list of what is found is made.
    const twice = countedTwice(counted);
    if (twice !== null) yield twice;
    const withoutConsuming = countedWithoutConsuming(counted);
    if (withoutConsuming !== null) yield withoutConsuming;
    const missing = missingFromGithub(counted);
    if (missing !== null) yield missing;
    const dormant = dormantAndConsuming(counted);
    if (dormant !== null) yield dormant;
    const unknown = unknownState(counted);
    if (unknown !== null) yield unknown;
    const notLinked = subscriptionNotLinked(counted);
    if (notLinked !== null) yield notLinked;
    const noVerified = noVerifiedDomainEmail(counted);
    if (noVerified !== null) yield noVerified;
    if (counted.usage.ambiguities > 0) yield* ambiguous(counted);
    for (const row of counted.rowNumbers) {
      const disagree = totalsDisagree(people.rows, row, counted);
      if (disagree !== null) yield disagree;
    }
    if (counted.consumption.consumes) likelySame.note(position);
  }
  yield* likelySame.findings(personAt);
  if (github !== null) yield* findingsOfRows(github, people);
}

function ignore(): void {}

function* findingsOfRows(github: GithubLicenses, people: People): Generator<Found> {
  const { rows, known } = github;
  for (const row of rowsWithGone(github, people)) yield goneFromInstance(row, known);
  for (const row of rowNumbersWithoutLogin(rows)) {
    const finding = known.isNobodys(rows.at(row)) ? totalsDisagree(rows, row, null) : null;
    if (finding !== null) yield finding;
  }
  yield* unidentifiedRows(github);
  yield* totalDisagrees(github);
}
