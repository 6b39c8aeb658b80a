import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/domain/resolve.ts';
import { summarizeUsage } from '../../../shared/domain/summarize-usage.ts';
import { cloudSnapshot, email, licenseRow, serverAccount, serverSnapshot } from '../../support/accounts.ts';

const mona = email('mona@example.com');
const anna = email('anna@example.com');
const suspended = email('lisa@example.com');

describe('usage', () => {
  const snapshots = [
    serverSnapshot('ghes-b', [
      serverAccount('ghes-b:1', { primaryEmail: mona }),
      serverAccount('ghes-b:2', { primaryEmail: suspended, suspended: true }),
      serverAccount('ghes-b:3', { primaryEmail: anna }),
      serverAccount('ghes-b:4'),
    ]),
    serverSnapshot('ghes-a', [
      serverAccount('ghes-a:1', { primaryEmail: mona }),
      serverAccount('ghes-a:2', { primaryEmail: mona }),
      serverAccount('ghes-a:3', { primaryEmail: suspended, suspended: true }),
      serverAccount('ghes-a:4'),
      serverAccount('ghes-a:5', { systemUser: 'ghost' }),
    ]),
    cloudSnapshot(
      [
        licenseRow({ login: 'anna', verifiedEmails: [anna] }),
        licenseRow({ login: 'mona', verifiedEmails: [mona] }),
        licenseRow({ login: 'also-mona', verifiedEmails: [mona] }),
        licenseRow({ visualStudio: { email: email('new@example.com'), status: null } }),
      ],
      { seatsConsumed: 2, seatsPurchased: 10 },
    ),
  ];
  const usageNow = () => summarizeUsage(resolve(snapshots).usages(), snapshots);

  test('counts people, however many accounts they have, and those who consume', () => {
    expect(usageNow()).toMatchObject({ people: 8, consumed: 5, cloudAccounts: 3, serverAccounts: 9 });
  });

  test('counts a person on every instance that they are on, once on each', () => {
    expect(usageNow().byInstance).toEqual([
      { hostName: 'ghes-a', accounts: 5, people: 4, consumed: 2 },
      { hostName: 'ghes-b', accounts: 4, people: 4, consumed: 3 },
    ]);
    expect(usageNow().onSeveralInstances).toEqual({ people: 2, consumed: 1 });
  });

  test('counts everybody in one deployment, and every license by its type', () => {
    expect(usageNow().byDeployment).toEqual({
      cloudOnly: { people: 1, consumed: 1 },
      serverOnly: { people: 4, consumed: 2 },
      cloudAndServer: { people: 2, consumed: 2 },
      none: { people: 1, consumed: 0 },
    });
    expect(usageNow().byLicenseType).toEqual({ enterprise: 5, visualStudioSubscription: 0 });
  });

  test("tells matches that were refused, and GitHub's own totals", () => {
    expect(usageNow().ambiguities).toBe(1);
    expect(usageNow().github).toEqual({ seatsConsumed: 2, seatsPurchased: 10 });
  });

  test('is the same in whatever order people come', () => {
    const people = [...resolve(snapshots).usages()];
    expect(summarizeUsage(people.toReversed(), snapshots)).toEqual(summarizeUsage(people, snapshots));
  });
});
