import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LicenseFacts, ServerAccount } from '../../../shared/domain/account.ts';
import { PACKED_STATES, packState, unpackState } from '../../../shared/domain/account-state.ts';
import { EmailNumbers } from '../../../shared/domain/email-numbers.ts';
import { licenseRowsOf } from '../../../shared/domain/license-rows-builder.ts';
import { sortedByKey } from '../../../shared/domain/row-key.ts';
import { serverAccountsOf } from '../../../shared/domain/server-accounts-builder.ts';
import { email, host, licenseRow, serverAccount } from '../../support/accounts.ts';

const HOST = host('ghes.example.com');
const address = fc.constantFrom(...['mona@x.io', 'lisa@x.io', 'zoë@x.io', 'a@x.io'].map(email));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value);
const emails = fc.uniqueArray(address).map((list) => list.sort());

const account: fc.Arbitrary<ServerAccount> = fc
  .record({
    userId: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
    systemUser: maybe(fc.constantFrom('ghost' as const, 'scim-admin' as const)),
    primaryEmail: maybe(fc.constant(email('primary@x.io'))),
    furtherEmails: maybe(emails),
    suspended: maybe(fc.boolean()),
    dormant: maybe(fc.boolean()),
    siteAdmin: maybe(fc.boolean()),
    securityProducts: maybe(
      fc.subarray(['advanced-security' as const, 'code-security' as const, 'secret-protection' as const]),
    ),
  })
  .map(({ userId, ...facts }) => serverAccount(`${HOST}:${userId}`, facts));
const accounts = fc.uniqueArray(account, { selector: ({ userId }) => userId });

const row = fc
  .record({
    login: maybe(fc.constantFrom('Mona', 'lisa', 'zoë', 'zo', 'Z')),
    serverAccounts: fc
      .uniqueArray(fc.integer({ min: 1, max: 9 }))
      .map((ids) => ids.sort().map((userId) => ({ hostName: userId % 2 === 0 ? HOST : null, userId }))),
    serverPrimaryEmails: emails,
    verifiedEmails: emails,
    samlNameId: maybe(fc.constantFrom('mona', 'Mona', 'zoë', 'mona@x.io', 'Mona@x.io')),
    licenseType: maybe(fc.constantFrom('enterprise' as const, 'visual-studio-subscription' as const)),
    visualStudio: maybe(
      fc.record({ email: maybe(address), status: maybe(fc.constantFrom('Matched', 'x'.repeat(70_000))) }),
    ),
    totalUserAccounts: maybe(fc.maxSafeNat()),
  })
  .map((facts) => licenseRow(facts));

function factsOf({ details, ...facts }: ReturnType<typeof licenseRow>): LicenseFacts {
  return facts;
}

describe('columns give back what was put into them', () => {
  test('accounts, by user id', () => {
    fc.assert(
      fc.property(accounts, (given) => {
        const columns = serverAccountsOf(HOST, given);
        const sorted = given.toSorted((one, other) => one.userId - other.userId);
        expect([...columns]).toEqual(sorted);
        expect(given.map(({ userId }) => columns.at(columns.indexOf(userId)))).toEqual(given);
        expect([columns.indexOf(0), columns.at(-1), columns.at(given.length)]).toEqual([
          -1,
          undefined,
          undefined,
        ]);
      }),
    );
  });

  test('license rows, by row key', () => {
    fc.assert(
      fc.property(fc.array(row), (given) => {
        expect([...licenseRowsOf(given)]).toEqual(sortedByKey(given).map(factsOf));
      }),
    );
  });

  test('the same with addresses that are numbered by another table', () => {
    fc.assert(
      fc.property(accounts, fc.array(row), fc.array(address), (given, rows, before) => {
        const table = new EmailNumbers();
        for (const each of before) table.add(each);
        expect([...serverAccountsOf(HOST, given).numberedBy(table)]).toEqual([
          ...serverAccountsOf(HOST, given),
        ]);
        expect([...licenseRowsOf(rows).numberedBy(table)]).toEqual([...licenseRowsOf(rows)]);
      }),
    );
  });
});

test('every state is packed into a number of its own', () => {
  fc.assert(
    fc.property(account, ({ hostName, userId, primaryEmail, furtherEmails, ...state }) => {
      expect(unpackState(packState(state))).toEqual(state);
      expect(packState(state)).toBeLessThan(PACKED_STATES);
    }),
  );
});
