import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { generateEnterprise } from '../support/enterprise/enterprise.ts';
import { enterpriseFiles, licensesOf, serverUsersOf } from '../support/enterprise/files.ts';
import { consumedLicensesPage } from '../support/enterprise/writers/consumed-licenses-json.ts';

const enterprise = generateEnterprise({ people: 300, seed: 3 });
const [exportFirst, reportFirst, encrypted] = enterprise.instances.map((instance) => instance.hostName);
if (exportFirst === undefined || reportFirst === undefined || encrypted === undefined) {
  throw new Error('there are three instances');
}

async function content(name: string, hostName: string | null = null): Promise<string> {
  const file = enterpriseFiles(enterprise).find(
    (candidate) => candidate.name === name && candidate.hostName === hostName,
  );
  if (file === undefined) throw new Error(`no file ${name}`);
  return text(name.endsWith('.gz') ? file.open().pipe(createGunzip()) : file.open());
}

const emails = (user: { readonly emails: readonly { readonly email: string }[] }) =>
  user.emails.map(({ email }) => email);

describe("an enterprise's files, read by stock parsers", () => {
  it.each([
    { hostName: exportFirst, name: `${exportFirst}-license-usage.json`, age: 'older' },
    { hostName: reportFirst, name: `${reportFirst}-license-usage.json.gz`, age: 'newer' },
  ] as const)('give back the accounts of the export $name', async ({ hostName, name, age }) => {
    const { instance, users } = JSON.parse(await content(name));
    expect(instance.host_name).toBe(hostName);
    const planted = [...serverUsersOf(enterprise, hostName, age)];
    expect(users.map((user: { user_id: number }) => user.user_id)).toEqual(
      planted.map((user) => user.userId),
    );
    expect(users.map(emails)).toEqual(
      planted.map((user) => [user.primaryEmail, ...user.furtherEmails].filter((email) => email !== null)),
    );
  });

  it('hide the accounts of an encrypted export in one string', async () => {
    const { instance, users } = JSON.parse(await content(`${encrypted}-license-usage.json`));
    expect(instance.host_name).toBe(encrypted);
    expect(users).toMatch(/^[A-Za-z0-9+/]{1000,}={0,2}$/);
  });

  it.each([
    { hostName: exportFirst, age: 'newer' },
    { hostName: reportFirst, age: 'older' },
    { hostName: encrypted, age: 'newer' },
  ] as const)('give back the accounts of the report of $hostName', async ({ hostName, age }) => {
    const rows: Record<string, string>[] = parse(await content('all_users.csv', hostName), { columns: true });
    const planted = [...serverUsersOf(enterprise, hostName, age)];
    expect(rows.map((row) => [Number(row.id), row.email, row['suspended?'], row['dormant?']])).toEqual(
      planted.map((user) => [
        user.userId,
        user.primaryEmail ?? '',
        String(user.suspended),
        String(user.dormant),
      ]),
    );
    const named = rows.filter((row) => row.raw_login !== '').map((row) => JSON.parse(row.raw_login ?? ''));
    expect(named.map((login) => login.name)).toEqual(
      planted.map((user) => user.name).filter((name) => name !== ''),
    );
  });

  it("give back the rows of GitHub's pages", async () => {
    const pages: { total_seats_consumed: number; users: { total_user_accounts: number }[] }[] = JSON.parse(
      await content('consumed-licenses.json.gz'),
    );
    const planted = [...licensesOf(enterprise, 'newer')];
    expect(pages.length).toBe(Math.ceil(planted.length / 100));
    expect(pages.flatMap((page) => page.users)).toMatchObject(
      planted.map((license) => ({
        github_com_login: license.login,
        enterprise_server_user_ids: license.serverUserIds,
        github_com_verified_domain_emails: license.verifiedEmails,
        visual_studio_subscription_email: license.subscriptionEmail,
      })),
    );
  });

  it("give back the rows of GitHub's answer in one page", () => {
    const planted = [...licensesOf(enterprise, 'newer')];
    const page = JSON.parse([...consumedLicensesPage(planted, { consumed: 5, purchased: 10 })].join(''));
    expect(page).toMatchObject({ total_seats_consumed: 5, total_seats_purchased: 10 });
    expect(page.users.length).toBe(planted.length);
  });

  it.each([
    { name: 'consumed_licenses-acme-2024.csv', login: 'github_com_login', accounts: 'total_user_accounts' },
    { name: 'consumed_licenses-acme.csv', login: 'GitHub com login', accounts: 'Total user accounts' },
  ])('give back the rows of $name', async ({ name, login, accounts }) => {
    const rows: Record<string, string>[] = parse(await content(name), { columns: true });
    const planted = [...licensesOf(enterprise, 'older')];
    expect(rows.map((row) => [row[login], Number(row[accounts])])).toEqual(
      planted.map((license) => [
        license.login,
        license.serverUserIds.length + (license.login === '' ? 0 : 1),
      ]),
    );
  });
});
