import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MatchList } from '../../../../shared/domain/matching/match-list.ts';
import { Roster } from '../../../../shared/domain/matching/roster.ts';
import { observe } from '../../../../shared/domain/observe.ts';
import { MATCH_RULES } from '../../../../shared/domain/person.ts';

const ACCOUNTS = 9;
const GROUPS = 4;
const { addresses } = new Roster(observe([]));

const account = fc.nat(ACCOUNTS - 1);
const matches = fc.array(fc.tuple(fc.constantFrom(...MATCH_RULES), account, account));
const groups = fc.array(fc.nat(GROUPS - 1), { minLength: ACCOUNTS, maxLength: ACCOUNTS });

test('matches can be had by group, those of one in the order in which they came', () => {
  fc.assert(
    fc.property(matches, groups, fc.nat(9), (given, groupOf, expected) => {
      const list = new MatchList(addresses, expected);
      for (const [rule, one, other] of given) list.add(rule, one, other);
      list.sortByGroup(Int32Array.from(groupOf), GROUPS);
      const sorted = given.toSorted(([, one], [, other]) => (groupOf[one] ?? 0) - (groupOf[other] ?? 0));
      expect(
        Array.from({ length: list.size }, (_, match) => [
          list.ruleOf(match),
          list.accountOf(match),
          list.otherOf(match),
        ]),
      ).toEqual(sorted);
    }),
  );
});
