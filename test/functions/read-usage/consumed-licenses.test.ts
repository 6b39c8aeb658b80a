import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consumedLicensesSchema } from '../../../shared/contracts/http/consumed-licenses.ts';
import { readUsageFile } from '../../../shared/contracts/usage-file/read-usage-file.ts';
import { cloudAccountKey, serverAccountKey } from '../../../shared/domain/account.ts';
import { cloudSnapshot, email, licenseRow, serverAccount, serverSnapshot } from '../../support/accounts.ts';
import { aSnapshot } from '../../support/arbitrary-usage.ts';
import { generateEnterprise } from '../../support/enterprise/enterprise.ts';
import { errorOf, type HttpAnswer } from '../../support/http-client.ts';
import { observeEnterprise } from '../../support/observe-enterprise.ts';
import { completeSchema } from '../../support/published-schema.ts';
import { ENTERPRISE, mergedWorld, ReadUsageWorld } from '../../support/read-usage-world.ts';

const PATH = `/enterprises/${ENTERPRISE}/consumed-licenses`;
const invalidBy = completeSchema('cloud', '/enterprises/{enterprise}/consumed-licenses', [
  'total_seats_purchased',
]);

function bodyOf({ status, body }: HttpAnswer) {
  expect(status).toBe(200);
  expect(invalidBy(body)).toEqual([]);
  return consumedLicensesSchema.parse(body);
}

type Body = ReturnType<typeof bodyOf>;
type User = Body['users'][number];

function nextOf({ headers }: HttpAnswer): string | null {
  const [, target = null] =
    /<https:\/\/api\.example\.com([^>]*)>; rel="next"/.exec(String(headers.link)) ?? [];
  return target;
}

/** Follows the links, from the newest report or from the page given. */
async function allPages(world: ReadUsageWorld, first = `${PATH}?per_page=100`): Promise<Body[]> {
  const pages = [];
  for (let target: string | null = first; target !== null; ) {
    const answer = await world.call(`GET ${target}`);
    pages.push(bodyOf(answer));
    target = nextOf(answer);
  }
  return pages;
}

/** Keys of the accounts of one user, sorted. */
function accountsOf({ github_com_login: login, enterprise_server_user_ids: ids }: User): string[] {
  return [...(login === '' ? [] : [cloudAccountKey(login)]), ...ids].sort();
}

function sorted(groups: readonly (readonly string[])[]): string[] {
  return groups.map((accounts) => accounts.toSorted().join(' ')).sort();
}

describe('GET /enterprises/{enterprise}/consumed-licenses', () => {
  it('before the first merge is an empty page that tells nothing of seats purchased', async () => {
    const answer = await new ReadUsageWorld().call(`GET ${PATH}`);
    expect(bodyOf(answer)).toEqual({ total_seats_consumed: 0, users: [] });
    expect(answer.headers.link).toBeUndefined();
  });

  it('gives the totals and everybody who consumes a license, in the order of people', async () => {
    const { users, ...totals } = bodyOf(await (await mergedWorld()).call(`GET ${PATH}`));
    expect(totals).toEqual({ total_seats_consumed: 4, total_seats_purchased: 3 });
    expect(users.map(accountsOf)).toEqual([
      ['@monalisa', 'ghes.example.com:1', 'github-only.example.com:9'],
      ['@one', 'ghes.example.com:4'],
      ['@two'],
      ['ghes.example.com:2'],
    ]);
  });

  it("shows a person of the cloud with every column of GitHub's", async () => {
    const world = new ReadUsageWorld();
    const [mona, subscription] = [email('mona@example.com'), email('mona@subscriptions.example.com')];
    await world.observe(
      cloudSnapshot([
        licenseRow({
          login: 'MonaLisa',
          verifiedEmails: [mona],
          samlNameId: 'mona@idp.example.com',
          licenseType: 'visual-studio-subscription',
          visualStudio: { email: subscription, status: 'Matched' },
          details: {
            name: 'Mona Lisa',
            profile: 'https://github.com/MonaLisa',
            memberRoles: ['org1:Owner', 'org2/repo:Collaborator'],
            enterpriseRoles: ['owner'],
            organizationsWithPendingInvites: ['org3'],
            twoFactorAuth: true,
            twoFactorAuthRequiredBy: '2026-06-01',
            costCenter: 'Research',
            securityProducts: ['code-security'],
          },
        }),
      ]),
    );
    await world.observe(
      serverSnapshot('ghes-a', [
        serverAccount('ghes-a:1', { primaryEmail: mona }),
        serverAccount('ghes-a:2', { primaryEmail: subscription, suspended: true }),
      ]),
    );
    await world.observe(serverSnapshot('ghes-b', [serverAccount('ghes-b:1', { primaryEmail: mona })]));
    await world.merge();
    expect(bodyOf(await world.call(`GET ${PATH}`)).users).toEqual([
      {
        github_com_login: 'MonaLisa',
        github_com_name: 'Mona Lisa',
        enterprise_server_user_ids: ['ghes-a:1', 'ghes-b:1'],
        github_com_user: true,
        enterprise_server_user: true,
        visual_studio_subscription_user: true,
        license_type: 'Visual Studio subscription',
        github_com_profile: 'https://github.com/MonaLisa',
        github_com_member_roles: ['org1:Owner', 'org2/repo:Collaborator'],
        github_com_enterprise_roles: ['owner'],
        github_com_verified_domain_emails: ['mona@example.com'],
        github_com_saml_name_id: 'mona@idp.example.com',
        github_com_orgs_with_pending_invites: ['org3'],
        github_com_two_factor_auth: true,
        enterprise_server_emails: ['mona@example.com'],
        visual_studio_license_status: 'Matched',
        visual_studio_subscription_email: 'mona@subscriptions.example.com',
        total_user_accounts: 3,
        enterprise_server_primary_emails: ['mona@example.com'],
        github_com_two_factor_auth_required_by_date: '2026-06-01',
        github_com_cost_center: 'Research',
        github_com_advanced_security_license_user: false,
        github_com_code_security_license_user: true,
        github_com_secret_protection_license_user: false,
      },
    ]);
  });

  it("shows a person of servers alone as GitHub's example does, with null where its schema has null", async () => {
    const world = new ReadUsageWorld();
    const hubot = { primaryEmail: email('hubot@example.com'), furtherEmails: [email('bot@example.com')] };
    await world.observe(serverSnapshot('ghes-a', [serverAccount('ghes-a:123', hubot)]));
    await world.merge();
    const { users, ...totals } = bodyOf(await world.call(`GET ${PATH}`));
    expect(totals).toEqual({ total_seats_consumed: 1 });
    expect(users).toEqual([
      {
        github_com_login: '',
        github_com_name: null,
        enterprise_server_user_ids: ['ghes-a:123'],
        github_com_user: false,
        enterprise_server_user: true,
        visual_studio_subscription_user: false,
        license_type: 'enterprise',
        github_com_profile: null,
        github_com_member_roles: [],
        github_com_enterprise_roles: [],
        github_com_verified_domain_emails: [],
        github_com_saml_name_id: null,
        github_com_orgs_with_pending_invites: [],
        github_com_two_factor_auth: null,
        enterprise_server_emails: ['hubot@example.com'],
        visual_studio_license_status: null,
        visual_studio_subscription_email: null,
        total_user_accounts: 1,
        enterprise_server_primary_emails: ['hubot@example.com'],
        github_com_two_factor_auth_required_by_date: null,
        github_com_cost_center: null,
        github_com_advanced_security_license_user: null,
        github_com_code_security_license_user: null,
        github_com_secret_protection_license_user: null,
      },
    ]);
  });

  it('is the same under the path that clients of an instance ask for, and for a slug in any case', async () => {
    const world = await mergedWorld();
    const { body } = await world.call(`GET ${PATH}`);
    expect((await world.call(`GET /api/v3${PATH}`)).body).toEqual(body);
    expect((await world.call('GET /enterprises/ACME/consumed-licenses')).body).toEqual(body);
  });

  it.each(['/enterprises/other/consumed-licenses', '/api/v3/enterprises/acme%20/consumed-licenses'])(
    'knows no other enterprise: %s',
    async (path) => {
      const answer = await (await mergedWorld()).call(`GET ${path}`);
      expect(answer.status).toBe(404);
      expect(errorOf(answer)).toMatchObject({ message: 'Not Found', status: '404' });
    },
  );

  it('never logs whom it names', async () => {
    const { output } = await (await mergedWorld()).call(`GET ${PATH}`);
    expect(output.lines()).toHaveLength(1);
    expect(output.text().toLowerCase()).not.toMatch(/mona|solo|example/);
  });
});

describe('the pages of consumed licenses', () => {
  it('are linked, and every link carries the report', async () => {
    const world = await mergedWorld();
    const reportId = world.usage.commits.at(-1)?.reportId;
    const answer = await world.call(`GET ${PATH}?per_page=1&page=2`, { stage: 'prod' });
    const page = (number: number) =>
      `<https://api.example.com/prod${PATH}?per_page=1&page=${number}&report_id=${reportId}>`;
    expect(answer.headers.link).toBe(
      `${page(1)}; rel="prev", ${page(3)}; rel="next", ${page(4)}; rel="last", ${page(1)}; rel="first"`,
    );
  });

  it.each([
    ['', 30],
    ['per_page=100', 100],
    ['per_page=101', 100],
    ['per_page=99999999999999999999999', 100],
    ['per_page=7', 7],
    ['per_page=007', 7],
    ['per_page=0', 30],
    ['per_page=-1', 30],
    ['per_page=ten', 30],
    ['per_page=', 30],
    ['page=0', 30],
    ['page=-1', 30],
    ['page=1.5', 30],
    ['page=first', 30],
    ['page=', 30],
    ['page=4', 30],
    ['page=5', 0],
    ['page=2&per_page=100', 20],
    ['page=99999999999999999999999', 0],
    ['per_page=100&sort=login&unknown=1', 100],
  ])('have as many users as GitHub would give: ?%s', async (query, count) => {
    const world = new ReadUsageWorld();
    const rows = Array.from({ length: 120 }, (_, number) => licenseRow({ login: `user-${1000 + number}` }));
    await world.observe(cloudSnapshot(rows));
    await world.merge();
    const { users, total_seats_consumed } = bodyOf(await world.call(`GET ${PATH}?${query}`));
    expect(users).toHaveLength(count);
    expect(total_seats_consumed).toBe(120);
  });

  it('are those of one merge for a client who follows the links while another commits', async () => {
    const world = await mergedWorld();
    const first = await world.call(`GET ${PATH}?per_page=1`);
    const before = await allPages(world, `${PATH}?per_page=1`);
    await world.observe(
      cloudSnapshot([licenseRow({ login: 'aaa' }), licenseRow({ login: 'two' })], {
        observedAt: '2026-03-09T00:00:00.000Z',
        seatsPurchased: 1000,
      }),
    );
    await world.merge();
    const rest = await allPages(world, nextOf(first) ?? '');
    expect([bodyOf(first), ...rest]).toEqual(before);
    const [now] = await allPages(world);
    expect(now?.total_seats_purchased).toBe(1000);
    expect(now?.users.map(accountsOf)).toContainEqual(['@aaa']);
  });

  it('of a report that is not there are not found', async () => {
    const answer = await (await mergedWorld()).call(`GET ${PATH}?report_id=01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB`);
    expect(answer.status).toBe(404);
    expect(errorOf(answer).message).toBe('Not Found');
  });

  it.each(['../../uploads/secret', 'a/b', '', 'a'.repeat(65), 'é'])(
    'of what cannot be a report are refused: %s',
    async (id) => {
      const answer = await (await mergedWorld()).call(`GET ${PATH}?report_id=${encodeURIComponent(id)}`);
      expect(answer.status).toBe(422);
      expect(errorOf(answer).errors).toEqual([
        {
          resource: 'ConsumedLicense',
          field: 'report_id',
          code: 'invalid',
          message: 'must be the id of a report',
        },
      ]);
    },
  );

  it('fail, and say why in the log, when the report of the last merge is lost', async () => {
    const world = await mergedWorld();
    world.licenses.reports.clear();
    const { status, output } = await world.call(`GET ${PATH}`);
    expect(status).toBe(500);
    expect(output.text()).toContain('restore it, or let another merge write one');
  });
});

describe('the consumed licenses of a whole enterprise', () => {
  const enterprise = generateEnterprise({ people: 250, seed: 11 });

  async function enterprisePages() {
    const world = new ReadUsageWorld();
    await observeEnterprise(world, enterprise);
    await world.merge();
    return { world, pages: await allPages(world) };
  }

  it('are the planted people who consume one, of every kind, each account once', async () => {
    const { world, pages } = await enterprisePages();
    const users = pages.flatMap((page) => page.users);
    const consuming = [...enterprise.humans()]
      .flatMap((human) => human.people)
      .filter((person) => person.consumes);
    expect(sorted(users.map(accountsOf))).toEqual(sorted(consuming.map((person) => person.accounts)));
    for (const page of pages) {
      expect(page.total_seats_consumed).toBe(users.length);
      expect(page.total_seats_purchased).toBe(enterprise.truth.usage.github.seatsPurchased);
    }
    expect(users.length).toBe(world.usage.commits.at(-1)?.usage.consumed);
    for (const user of users) expect(user.total_user_accounts).toBe(accountsOf(user).length);
  });

  it('are read back as what they are by the reader of dropped files', async () => {
    const { pages } = await enterprisePages();
    const file = await readUsageFile(bytesOf(JSON.stringify(pages)), {
      observedAt: '2026-03-06T00:00:00.000Z',
      hostName: null,
      fileName: null,
      maxBytes: 100_000_000,
    });
    if (file.kind !== 'usage' || file.snapshot.kind !== 'cloud') throw new Error('not read as a cloud');
    const users = pages.flatMap((page) => page.users);
    const { rows, seatsConsumed, seatsPurchased, unidentifiedRows } = file.snapshot;
    expect({ seatsConsumed, seatsPurchased, unidentifiedRows }).toEqual({
      seatsConsumed: users.length,
      seatsPurchased: enterprise.truth.usage.github.seatsPurchased,
      unidentifiedRows: 0,
    });
    const accountsOfRows = rows.map(({ login, serverAccounts }) => [
      ...(login === null ? [] : [cloudAccountKey(login)]),
      ...serverAccounts.flatMap(({ hostName, userId }) =>
        hostName === null ? [] : [serverAccountKey(hostName, userId)],
      ),
    ]);
    expect(sorted(accountsOfRows)).toEqual(sorted(users.map(accountsOf)));
  });
});

it('all pages together are exactly the people who consume a license, whatever was observed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aSnapshot, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 4 }),
      async (snapshots, perPage) => {
        const world = new ReadUsageWorld();
        for (const snapshot of snapshots) await world.observe(snapshot);
        await world.merge();
        const pages = await allPages(world, `${PATH}?per_page=${perPage}`);
        const users = pages.flatMap((page) => page.users);
        const consuming = [...world.people.people.values()].filter(
          ({ person }) => person.consumption.consumes,
        );
        const accounts = consuming.map(({ person: { cloudAccount, serverAccounts } }) => [
          ...(cloudAccount === null ? [] : [cloudAccountKey(cloudAccount.login)]),
          ...serverAccounts.map(({ hostName, userId }) => serverAccountKey(hostName, userId)),
        ]);
        expect(sorted(users.map(accountsOf))).toEqual(sorted(accounts));
        for (const page of pages) expect(page.total_seats_consumed).toBe(consuming.length);
      },
    ),
    { numRuns: 60 },
  );
});

async function* bytesOf(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}
