import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LicenseRowDetails } from '../../../shared/domain/account.ts';
import { type Chargeback, ChargebackTally, organizationsOf } from '../../../shared/domain/chargeback.ts';
import { consumedLicenseOf } from '../../../shared/domain/consumed-license.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import { summarizeUsage } from '../../../shared/domain/summarize-usage.ts';
import type { UsageFacts } from '../../../shared/domain/usage-snapshot.ts';
import { cloudSnapshot, email, licenseRow, serverAccount, serverSnapshot } from '../../support/accounts.ts';
import { aSnapshot } from '../../support/arbitrary-usage.ts';
import { newestOf } from '../../support/model-ledger.ts';

const mona = email('mona@example.com');

/** Of the people of these snapshots; `detailsOf` a login. */
function chargebackOf(
  snapshots: readonly UsageFacts[],
  detailsOf: (login: string) => Partial<LicenseRowDetails>,
): Chargeback {
  const people = resolve(snapshots);
  const tally = new ChargebackTally();
  for (const person of people) {
    const login = person.cloudAccount?.login ?? null;
    const details = { ...licenseRow().details, ...(login === null ? {} : detailsOf(login)) };
    const license = consumedLicenseOf(person, login === null ? null : licenseRow({ login, details }));
    if (license !== null) tally.add(license);
  }
  return tally.result(summarizeUsage(people.usages(), snapshots));
}

describe('the organizations of member roles', () => {
  test.each([
    ['none', [], []],
    ['a member’s and an owner’s', ['acme:Member', 'octo-org:Owner'], ['acme', 'octo-org']],
    ['that of an outside collaborator’s repository', ['acme/website:Collaborator'], ['acme']],
    ['each once, whatever its case', ['acme:Member', 'Acme/website:Collaborator'], ['Acme']],
    ['none of a role of another form', ['Owner', ':Member', '/website:Collaborator', ''], []],
  ])('%s', (_, roles, organizations) => {
    expect(organizationsOf(roles)).toEqual(organizations);
  });
});

describe('chargeback', () => {
  test('counts a person in every group, and once in the total', () => {
    const snapshots = [
      cloudSnapshot([
        licenseRow({ login: 'mona', verifiedEmails: [mona] }),
        licenseRow({ login: 'nobody' }),
        licenseRow({ login: 'solo' }),
      ]),
      serverSnapshot('ghes-a', [serverAccount('ghes-a:1', { primaryEmail: mona })]),
      serverSnapshot('ghes-b', [
        serverAccount('ghes-b:1', { primaryEmail: mona }),
        serverAccount('ghes-b:2', { suspended: true }),
      ]),
    ];
    const details: Record<string, Partial<LicenseRowDetails>> = {
      mona: { memberRoles: ['Labs:Owner', 'acme:Member'], costCenter: 'Research' },
      solo: { memberRoles: ['Acme:Owner', 'zoo:Member'] },
    };
    expect(chargebackOf(snapshots, (login) => details[login] ?? {})).toEqual({
      total: { people: 4, consumed: 3 },
      byServerInstance: [
        { name: 'ghes-a', people: 1, consumed: 1 },
        { name: 'ghes-b', people: 2, consumed: 1 },
        { name: null, people: 2, consumed: 2 },
      ],
      byOrganization: [
        { name: 'acme', people: 2, consumed: 2 },
        { name: 'Labs', people: 1, consumed: 1 },
        { name: 'zoo', people: 1, consumed: 1 },
        { name: null, people: 2, consumed: 1 },
      ],
      byCostCenter: [
        { name: 'Research', people: 1, consumed: 1 },
        { name: null, people: 3, consumed: 2 },
      ],
    });
  });

  test('of nobody is empty', () => {
    expect(chargebackOf([], () => ({}))).toEqual({
      total: { people: 0, consumed: 0 },
      byServerInstance: [],
      byOrganization: [],
      byCostCenter: [],
    });
  });

  const someDetails = fc.func(
    fc.record({
      memberRoles: fc.uniqueArray(
        fc.constantFrom('acme:Member', 'Acme:Owner', 'labs/x:Collaborator', 'none'),
      ),
      costCenter: fc.option(fc.constantFrom('one', 'two')),
    }),
  );

  test('of anybody adds up: cost centers to the total, other groups to no less, each to no more', () => {
    fc.assert(
      fc.property(fc.array(aSnapshot, { maxLength: 6 }), someDetails, (observed, detailsOf) => {
        const { total, ...groupings } = chargebackOf(newestOf(observed), (login) => detailsOf(login));
        for (const groups of Object.values(groupings)) {
          for (const count of ['people', 'consumed'] as const) {
            const sum = groups.reduce((sum, group) => sum + group[count], 0);
            expect(sum).toBeGreaterThanOrEqual(total[count]);
            if (groups === groupings.byCostCenter) expect(sum).toBe(total[count]);
            for (const group of groups) expect(group[count]).toBeLessThanOrEqual(total[count]);
          }
        }
      }),
    );
  });
});
