import { text as textFrom } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consumedLicenseBody } from '../../../../shared/contracts/http/consumed-licenses.ts';
import { licensesJson } from '../../../../shared/contracts/licenses-json.ts';
import {
  type LicensesCsvOptions,
  licensesCsv,
} from '../../../../shared/contracts/report-csv/licenses-csv.ts';
import type { AccountKey } from '../../../../shared/domain/account.ts';
import type { ConsumedLicense } from '../../../../shared/domain/consumed-license.ts';
import type { Email } from '../../../../shared/domain/email.ts';
import { FULL_LICENSE } from '../../../contract/samples.ts';
import { consumedLicense } from '../../../support/consumed-licenses.ts';
import { expectSameLicenses, parsedCsv } from '../../../support/csv.ts';

const LEGACY: LicensesCsvOptions = { headers: 'legacy', byteOrderMark: false };
const CURRENT: LicensesCsvOptions = { headers: 'current', byteOrderMark: false };

const csvOf = (licenses: readonly ConsumedLicense[], options: LicensesCsvOptions) =>
  textFrom(licensesCsv(licenses, options));
const jsonOf = async (licenses: readonly ConsumedLicense[]): Promise<unknown> =>
  JSON.parse(await textFrom(licensesJson(licenses)));

describe('the CSV', () => {
  it('has the header of 2024, in its order', async () => {
    expect(await csvOf([], LEGACY)).toBe(
      'github_com_login,github_com_name,enterprise_server_user_ids,github_com_user,enterprise_server_user,' +
        'visual_studio_subscription_user,license_type,github_com_profile,github_com_member_roles,' +
        'github_com_enterprise_roles,github_com_verified_domain_emails,github_com_saml_name_id,' +
        'github_com_orgs_with_pending_invites,github_com_two_factor_auth,' +
        'github_com_two_factor_auth_required_by_date,github_com_advanced_security_license_user,' +
        'enterprise_server_primary_emails,visual_studio_license_status,visual_studio_subscription_email,' +
        'total_user_accounts\r\n',
    );
  });

  it("has GitHub's newest header, in its order", async () => {
    expect(await csvOf([], CURRENT)).toBe(
      'GitHub com login,GitHub com name,Enterprise server user ids,GitHub com user,Enterprise server user,' +
        'Visual studio subscription user,License type,GitHub com profile,GitHub com member roles,' +
        'GitHub com enterprise roles,GitHub com verified domain emails,GitHub com saml name,' +
        'GitHub com orgs with pending invites,GitHub com two factor auth,' +
        'GitHub com two factor auth required by date,GitHub com cost center,' +
        'GitHub com code security license user,GitHub com secret protection license user,Ghe license active,' +
        'Ghe license start date,Ghe license end date,Enterprise server primary emails,' +
        'Enterprise server advanced security user ids,Enterprise server code security user ids,' +
        'Enterprise server secret protection user ids,Visual studio license status,' +
        'Visual studio subscription email,Total user accounts\r\n',
    );
  });

  it('shows a person with everything, several values with comma and space in one cell', async () => {
    expect((await csvOf([FULL_LICENSE], LEGACY)).split('\r\n')[1]).toBe(
      'Octocat,The Octocat,"ghe-a.example.com:7, ghe-b.example.com:8",true,true,true,' +
        'Visual Studio subscription,https://github.com/octocat,' +
        '"octo-org:Owner, octo-org/octo-repo:Collaborator",Owner,octocat@example.com,' +
        'octocat@idp.example.com,octo-lab,false,2026-06-01,false,"cat@example.net, octocat@example.com",' +
        'Matched,vs@example.com,3',
    );
    expect((await csvOf([FULL_LICENSE], CURRENT)).split('\r\n')[1]).toBe(
      'Octocat,The Octocat,"ghe-a.example.com:7, ghe-b.example.com:8",true,true,true,' +
        'Visual Studio subscription,https://github.com/octocat,' +
        '"octo-org:Owner, octo-org/octo-repo:Collaborator",Owner,octocat@example.com,' +
        'octocat@idp.example.com,octo-lab,false,2026-06-01,R&D,true,false,,,,' +
        '"cat@example.net, octocat@example.com",,,,Matched,vs@example.com,3',
    );
  });

  it('leaves empty what is not known', async () => {
    const row = (await csvOf([consumedLicense({ login: null })], LEGACY)).split('\r\n')[1];
    expect(row).toBe(',,,false,false,false,enterprise,,,,,,,,,,,,,0');
  });

  it('begins with a byte order mark when asked to', async () => {
    const plain = await csvOf([FULL_LICENSE], LEGACY);
    expect(await csvOf([FULL_LICENSE], { ...LEGACY, byteOrderMark: true })).toBe(`\uFEFF${plain}`);
  });

  it('makes no formula of what people call themselves', async () => {
    const named = consumedLicense({ details: { ...FULL_LICENSE.details, name: '=1+1', costCenter: '-R&D' } });
    const [row] = parsedCsv(await csvOf([named], CURRENT));
    expect(row).toMatchObject({ 'GitHub com name': "'=1+1", 'GitHub com cost center': "'-R&D" });
  });
});

/** Text that CSV parsers and spreadsheets trip over. Never empty: in a CSV that is the same as none. */
const text = fc.string({
  minLength: 1,
  unit: fc.oneof(
    fc.constantFrom(...`'"=+-@\t\r\n,;| \u2028\uFEFF`, '\r\n', '""', 'é', '漢', '😀'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});
const maybe = fc.option(text);
/** What separates the items of a list is in none of them. */
const list = fc.array(
  text.map((item) => item.replaceAll(/, +/g, ',')),
  { maxLength: 3 },
);

const license: fc.Arbitrary<ConsumedLicense> = fc.record({
  login: maybe,
  serverAccounts: list.map((items) => items as AccountKey[]),
  serverPrimaryEmails: list.map((items) => items as Email[]),
  verifiedEmails: list.map((items) => items as Email[]),
  samlNameId: maybe,
  licenseType: fc.constantFrom('enterprise', 'visual-studio-subscription'),
  visualStudio: fc.option(fc.record({ email: maybe.map((email) => email as Email | null), status: maybe })),
  details: fc.record({
    name: maybe,
    profile: maybe,
    memberRoles: list,
    enterpriseRoles: list,
    organizationsWithPendingInvites: list,
    twoFactorAuth: fc.option(fc.boolean()),
    twoFactorAuthRequiredBy: maybe,
    costCenter: maybe,
    securityProducts: fc.option(fc.subarray(['advanced-security', 'code-security'] as const)),
  }),
});

const options: fc.Arbitrary<LicensesCsvOptions> = fc.record({
  headers: fc.constantFrom('current', 'legacy'),
  byteOrderMark: fc.boolean(),
});

it('gives a stock parser back exactly the JSON, whatever people are called', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(license, { maxLength: 5 }), options, async (licenses, chosen) => {
      expectSameLicenses(parsedCsv(await csvOf(licenses, chosen)), await jsonOf(licenses));
    }),
  );
});

describe('the JSON', () => {
  it('is an array, even of nobody', async () => {
    expect(await jsonOf([])).toEqual([]);
  });

  it("has every license in the shape of GitHub's API, one a line", async () => {
    const licenses = [FULL_LICENSE, consumedLicense({ login: null }), FULL_LICENSE];
    expect(await jsonOf(licenses)).toEqual(licenses.map(consumedLicenseBody));
    const lines = (await textFrom(licensesJson(licenses))).trimEnd().split('\n');
    expect(lines).toHaveLength(licenses.length + 2);
  });
});

it.each([licensesJson, (all: Iterable<ConsumedLicense>) => licensesCsv(all, CURRENT)])(
  'begins while the licenses come, and keeps few in memory',
  async (write) => {
    let read = 0;
    const many = function* (): Generator<ConsumedLicense> {
      for (; read < 10_000; read++) yield FULL_LICENSE;
    };
    const pieces = write(many());
    await pieces.next();
    expect(read).toBeLessThan(500);
    await pieces.return(undefined);
  },
);
