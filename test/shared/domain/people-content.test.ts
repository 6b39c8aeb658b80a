import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cloudAccountKey, serverAccountKey } from '../../../shared/domain/account.ts';
import { PACKED_STATES, unpackState } from '../../../shared/domain/account-state.ts';
import {
  type ConsumptionFacts,
  consumptionOf,
  NO_PLACE,
  placeOfState,
} from '../../../shared/domain/consumption.ts';
import { LICENSE_TYPES } from '../../../shared/domain/license-rows.ts';
import { MatchList } from '../../../shared/domain/matching/match-list.ts';
import { Roster } from '../../../shared/domain/matching/roster.ts';
import { NumberLists } from '../../../shared/domain/number-lists.ts';
import { observe } from '../../../shared/domain/observe.ts';
import {
  addContentsTo,
  CONTENT_VERSION,
  type FurtherContent,
} from '../../../shared/domain/people-content.ts';
import { type Consumption, MATCH_RULES, type Match, type MatchRule } from '../../../shared/domain/person.ts';
import { contentOf } from '../../../shared/domain/person-content.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import type { UsageFacts } from '../../../shared/domain/usage-snapshot.ts';
import {
  cloudSnapshot,
  email,
  host,
  licenseRow,
  serverAccount,
  serverSnapshot,
} from '../../support/accounts.ts';
import { aSnapshot } from '../../support/arbitrary-usage.ts';
import { digestsOf, digestsOfPeople } from '../../support/digest-of-content.ts';
import { newestOf } from '../../support/model-ledger.ts';

const WORK = email('mona@x.io');
const [MONA, LISA] = [cloudAccountKey('mona'), cloudAccountKey('lisa')];
const [ONE, TWO] = [serverAccountKey(host('ghes-a'), 1), serverAccountKey(host('ghes-b'), 1)];
const REFUSED: Match = { rule: 'verified-email', account: ONE, with: LISA, email: WORK };

interface Somebody extends FurtherContent {
  readonly login: string | null;
  readonly hostNames: readonly string[];
  /** Rule, account and other account, by their places. */
  readonly matches: readonly (readonly [MatchRule, number, number])[];
}

const SOMEBODY: Somebody = {
  login: 'mona',
  hostNames: ['ghes-a', 'ghes-b'],
  matches: [
    ['github-match', 1, 0],
    ['verified-email', 2, 0],
  ],
  visualStudioSubscriptions: [WORK],
  ambiguities: [{ refused: REFUSED, cloudAccounts: [MONA, LISA] }],
};

function contentOfSomebody({ login, hostNames, matches, ...further }: Somebody): string {
  const { accounts, addresses, rows } = new Roster(
    observe([
      cloudSnapshot(login === null ? [] : [licenseRow({ login, verifiedEmails: [WORK] })]),
      ...hostNames.map((name) => serverSnapshot(name, [serverAccount(`${name}:1`)])),
    ]),
  );
  const list = new MatchList(addresses);
  for (const [rule, account, other] of matches) list.add(rule, account, other);
  const columns = {
    accounts,
    rows,
    matches: list,
    accountNumbers: new NumberLists(1, new Int32Array(accounts.size).fill(0)),
  };
  return digestsOf(1, (contents) => addContentsTo(contents, columns, () => further), addresses.emails).join();
}

const refusing = (change: Partial<Match>): Partial<Somebody> => ({
  ambiguities: [{ refused: { ...REFUSED, ...change }, cloudAccounts: [MONA, LISA] }],
});

/** One change of each part that somebody has. */
const CHANGES: readonly Partial<Somebody>[] = [
  { login: 'monalisa' },
  { login: null, hostNames: ['ghes-0', 'ghes-a', 'ghes-b'] },
  { hostNames: ['ghes-a', 'ghes-c'] },
  { hostNames: ['ghes-a', 'ghes-b', 'ghes-c'], matches: [...SOMEBODY.matches, ['github-match', 3, 0]] },
  { hostNames: ['ghes-a'], matches: SOMEBODY.matches.slice(0, 1) },
  { matches: [['linked-identity', 1, 0], ...SOMEBODY.matches.slice(1)] },
  { matches: [['github-match', 2, 0], ...SOMEBODY.matches.slice(1)] },
  { matches: [['github-match', 1, 2], ...SOMEBODY.matches.slice(1)] },
  { matches: [...SOMEBODY.matches.slice(0, 1), ['github-match', 2, 0]] },
  { visualStudioSubscriptions: [] },
  { visualStudioSubscriptions: [email('lisa@x.io')] },
  { ambiguities: [] },
  refusing({ rule: 'linked-identity' }),
  refusing({ account: TWO }),
  refusing({ with: MONA }),
  refusing({ email: null }),
  { ambiguities: [{ refused: REFUSED, cloudAccounts: [LISA, MONA] }] },
];

test.each(CHANGES)('somebody with %j has another content than before', (change) => {
  expect(contentOfSomebody({ ...SOMEBODY, ...change })).not.toBe(contentOfSomebody(SOMEBODY));
});

const TOLD: ConsumptionFacts['cloudLicenseType'][] = [undefined, ...LICENSE_TYPES];

/** Of everybody who may be: what the place in the table is, of whoever has an account. */
function consumptions(): Consumption[] {
  return TOLD.flatMap((cloudLicenseType) =>
    Array.from({ length: NO_PLACE + 1 }, (_, serverPlace) => ({ cloudLicenseType, serverPlace })),
  )
    .filter(({ cloudLicenseType, serverPlace }) => cloudLicenseType !== undefined || serverPlace < NO_PLACE)
    .flatMap((facts) =>
      [false, true].map((hasVisualStudioSubscription) =>
        consumptionOf({ ...facts, hasVisualStudioSubscription }),
      ),
    );
}

/** Where it fails, CONTENT_VERSION is to be raised, or the ledger keeps what was decided before. */
test('what a content leaves out, and what it has by number, is the same in every content of this version', () => {
  const places = Array.from({ length: PACKED_STATES }, (_, state) => [
    unpackState(state),
    placeOfState(state),
  ]);
  const decided = JSON.stringify([MATCH_RULES, LICENSE_TYPES, places, consumptions()]);
  expect([CONTENT_VERSION, createHash('sha256').update(decided).digest('hex')]).toEqual([
    2,
    'cf1ad4c3dcebb2cabf1c0a60896d271a60d90cde556de23fe51a6ab40c06975b',
  ]);
});

const observations = fc.array(aSnapshot, { minLength: 1, maxLength: 6 });

/** By the content of everybody as text, the digest. */
function digestByContent(snapshots: readonly UsageFacts[]): [string, string][] {
  const people = resolve(newestOf(snapshots));
  return digestsOfPeople(people).map((digest, position) => [contentOf(people.at(position)), digest]);
}

describe('the digest of people', () => {
  test('is the same for those who are the same, and for nobody else', () => {
    fc.assert(
      fc.property(observations, observations, fc.nat(), (before, others, taken) => {
        // Some sources are as before, as in most merges.
        const now = [...before.slice(0, taken % (before.length + 1)), ...others];
        const known = digestByContent(before);
        for (const [content, digest] of digestByContent(now)) {
          for (const [knownContent, knownDigest] of known) {
            expect(digest === knownDigest, content).toBe(content === knownContent);
          }
        }
      }),
    );
  });
});
