import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Enterprise, generateEnterprise } from '../support/enterprise/enterprise.ts';
import { enterpriseFiles } from '../support/enterprise/files.ts';
import { UNOBSERVED_HOST } from '../support/enterprise/instances.ts';
import { KIND_NAMES } from '../support/enterprise/kinds.ts';

const enterprise = generateEnterprise({ people: 1000, seed: 7 });
const humans = [...enterprise.humans()];
const people = humans.flatMap((human) => human.people);
const { usage, anomalies } = enterprise.truth;

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

async function digests(enterprise: Enterprise): Promise<string[]> {
  const files = [];
  for (const file of enterpriseFiles(enterprise)) {
    const hash = createHash('sha256');
    for await (const chunk of file.open()) hash.update(chunk);
    files.push(`${file.hostName} ${file.name} ${hash.digest('hex')}`);
  }
  return files;
}

describe('a generated enterprise', () => {
  it('gives the same files byte for byte for the same seed', async () => {
    const options = { people: 150, seed: 42 };
    expect(await digests(generateEnterprise(options))).toEqual(await digests(generateEnterprise(options)));
  });

  it('gives other files for another seed, every one of them', async () => {
    const one = await digests(generateEnterprise({ people: 150, seed: 1 }));
    const other = await digests(generateEnterprise({ people: 150, seed: 2 }));
    expect(one.filter((digest) => other.includes(digest))).toEqual([]);
  });

  it.each(KIND_NAMES)('plants %s among 1,000 people', (kind) => {
    expect(humans.filter((human) => human.kind === kind).length).toBeGreaterThan(0);
  });

  it.each(Object.entries(anomalies))('plants %s', (_kind, { count }) => {
    expect(count).toBeGreaterThan(0);
  });

  it('plants as many humans as asked for, besides two system users on each instance', () => {
    expect(humans.length).toBe(1000 + 2 * enterprise.instances.length);
  });

  it('shares no address between humans', () => {
    const owners = new Map<string, number>();
    for (const [human, { serverUsers, licenses }] of humans.entries()) {
      const addresses = [
        ...serverUsers.flatMap((user) => [user.primaryEmail ?? '', ...user.furtherEmails]),
        ...licenses.flatMap((license) => [
          ...license.verifiedEmails,
          license.samlNameId,
          license.subscriptionEmail,
        ]),
      ];
      for (const address of addresses) {
        const email = address.trim().normalize('NFC').toLowerCase();
        if (email !== '') expect(owners.get(email) ?? human).toBe(human);
        owners.set(email, human);
      }
    }
    expect(owners.size).toBeGreaterThan(1000);
  });

  it('needs an instance for each way of dropping files', () => {
    expect(() => generateEnterprise({ people: 1, seed: 1, instances: ['ghes.example.com'] })).toThrow(
      'at least 3 instances',
    );
  });
});

describe("the enterprise's truth", () => {
  it('has every account that still exists in exactly one person', () => {
    const server = humans
      .flatMap((human) => human.serverUsers)
      .filter((user) => user.seen !== 'in-older-file');
    const licenses = humans.flatMap((human) => human.licenses).filter((row) => row.seen !== 'in-older-file');
    const cloud = licenses.filter((row) => row.login !== '').map((row) => `@${row.login.toLowerCase()}`);
    const implied = licenses
      .flatMap((row) => row.serverUserIds)
      .filter((account) => account.startsWith(UNOBSERVED_HOST));
    const existing = [...server.map((user) => user.key), ...cloud, ...implied].sort();
    expect(people.flatMap((person) => person.accounts).sort()).toEqual(existing);
    expect(new Set(existing).size).toBe(existing.length);
  });

  it('adds up', () => {
    expect(usage.people).toBe(people.length);
    expect(usage.consumed).toBe(people.filter((person) => person.consumes).length);
    expect(sum(Object.values(usage.byReason))).toBe(usage.people);
    expect(sum(Object.values(usage.byLicenseType))).toBe(usage.consumed);
    expect(sum(Object.values(usage.byDeployment).map((count) => count.people))).toBe(usage.people);
    expect(sum(Object.values(usage.byDeployment).map((count) => count.consumed))).toBe(usage.consumed);
    expect(sum(usage.byInstance.map((instance) => instance.accounts))).toBe(usage.serverAccounts);
  });

  it("differs from GitHub's count by what was planted to make it differ", () => {
    const recoverable =
      anomalies['counted-twice'].count +
      anomalies['gone-from-instance'].seatsRecoverable +
      anomalies['counted-without-consuming'].count;
    expect(usage.github.seatsConsumed).toBe(
      usage.consumed + recoverable - anomalies['missing-from-github'].count,
    );
  });
});
