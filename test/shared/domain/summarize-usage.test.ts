import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/domain/resolve.ts';
import { summarizeUsage } from '../../../shared/domain/summarize-usage.ts';
import { cloudSnapshot, email, licenseRow, serverAccount, serverSnapshot } from '../../support/accounts.ts';

const mona = email('mona@example.com');
const suspended = email('lisa@example.com');

describe('usage', () => {
  const snapshots = [
    serverSnapshot('ghes-b', [
      serverAccount('ghes-b:1', { primaryEmail: mona }),
      serverAccount('ghes-b:2', { primaryEmail: suspended, suspended: true }),
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
        licenseRow({ login: 'mona', verifiedEmails: [mona] }),
        licenseRow({ login: 'also-mona', verifiedEmails: [mona] }),
        licenseRow({ visualStudio: { email: email('new@example.com'), status: null } }),
      ],
      { seatsConsumed: 2, seatsPurchased: 10 },
    ),
  ];
  const usage = summarizeUsage(resolve(snapshots).usages(), snapshots);

  test('counts people, however many accounts they have, and those who consume', () => {
    expect(usage).toMatchObject({ people: 6, consumed: 3, cloudAccounts: 2, serverAccounts: 7 });
  });

  test('counts a person on every instance that they are on, once on each', () => {
    expect(usage.byInstance).toEqual([
      { hostName: 'ghes-a', accounts: 5, people: 4, consumed: 2 },
      { hostName: 'ghes-b', accounts: 2, people: 2, consumed: 1 },
    ]);
    expect(usage.onSeveralInstances).toEqual({ people: 2, consumed: 1 });
  });

  test('counts everybody in one deployment, and every license by its type', () => {
    expect(usage.byDeployment).toEqual({
      cloudOnly: { people: 1, consumed: 1 },
      serverOnly: { people: 3, consumed: 1 },
      cloudAndServer: { people: 1, consumed: 1 },
      none: { people: 1, consumed: 0 },
    });
    expect(usage.byLicenseType).toEqual({ enterprise: 3, visualStudioSubscription: 0 });
  });

  test("tells matches that were refused, and GitHub's own totals", () => {
    expect(usage.ambiguities).toBe(1);
    expect(usage.github).toEqual({ seatsConsumed: 2, seatsPurchased: 10 });
  });
});
