import type { Finding } from '../finding.ts';
import { linkedEmails, newestCloud } from '../observe.ts';
import type { People } from '../resolve.ts';
import type { UsageFacts } from '../usage-snapshot.ts';
import { ambiguous } from './ambiguous.ts';
import { countedTwice } from './counted-twice.ts';
import { dormantAndConsuming } from './dormant-and-consuming.ts';
import { type CountedPerson, consumesAtGithub, GithubRows } from './github-rows.ts';
import { goneFromInstance } from './gone-from-instance.ts';
import { KnownAccounts } from './known-accounts.ts';
import { LikelySamePerson } from './likely-same-person.ts';
import { missingFromGithub } from './missing-from-github.ts';
import { noVerifiedDomainEmail } from './no-verified-domain-email.ts';
import { subscriptionNotLinked } from './subscription-not-linked.ts';
import { totalsDisagree } from './totals-disagree.ts';
import { unknownState } from './unknown-state.ts';

/** What each person gives by themselves. */
const OF_A_PERSON: readonly ((counted: CountedPerson) => Finding[])[] = [
  countedTwice,
  ambiguous,
  missingFromGithub,
  dormantAndConsuming,
  unknownState,
  subscriptionNotLinked,
];

/**
 * What owners should look at or can save on, from what a merge has: each finding once, in no particular order. Made
 * one by one as they are asked for; besides indexes of GitHub's rows and of addresses nothing is held in memory.
 */
export function* findingsOf(people: People, snapshots: readonly UsageFacts[]): Generator<Finding> {
  const cloud = newestCloud(snapshots);
  const rows = (cloud?.rows ?? []).filter(consumesAtGithub);
  const github = cloud === null ? null : new GithubRows(rows);
  const linked = { linkedEmails: linkedEmails(snapshots) };
  const likelySame = new LikelySamePerson(people.size, linked);
  const personAt = (position: number): CountedPerson => {
    const person = people.at(position);
    return { person, rows: github?.rowsOf(person) ?? null };
  };
  for (let position = 0; position < people.size; position++) {
    const counted = personAt(position);
    for (const findings of OF_A_PERSON) yield* findings(counted);
    yield* noVerifiedDomainEmail(counted, linked);
    for (const row of counted.rows ?? []) yield* totalsDisagree(row, [counted.person.key]);
    likelySame.note(position, counted.person);
  }
  yield* likelySame.findings(personAt);
  const known = new KnownAccounts(snapshots);
  for (const row of rows) {
    yield* goneFromInstance(row, known);
    if (known.isNobodys(row)) yield* totalsDisagree(row, []);
  }
}
