import { usersReport } from '../support/ingest-world.ts';
import type { RecoveryWorld } from '../support/recovery-world.ts';

export const USERS_REPORT = 'uploads/ghes-a/all_users.csv';
const USAGE_EXPORT = 'uploads/ghes-a-license-usage.json';
const CONSUMED_LICENSES = 'uploads/consumed-licenses.json';

function usageExport(ids: readonly number[]): string {
  const users = ids.map((id) => ({
    user_id: id,
    emails: [
      { email: `user${id}@example.com`, primary: true },
      { email: `user${id}@example.net`, primary: false },
    ],
  }));
  const instance = { server_id: 'a-server', host_name: 'ghes-a', version: '3.15.2', features: [] };
  return JSON.stringify({ instance, users });
}

function consumedLicenses(ids: readonly number[]): string {
  const users = ids.map((id) => ({
    github_com_login: `person${id}`,
    github_com_user: true,
    enterprise_server_user: true,
    enterprise_server_user_ids: [`ghes-a:${id}`],
    enterprise_server_emails: [`user${id}@example.com`],
    visual_studio_subscription_user: id % 4 === 0,
    visual_studio_subscription_email: id % 4 === 0 ? `user${id}@example.org` : '',
    license_type: id % 4 === 0 ? 'Visual Studio subscription' : 'Enterprise',
    github_com_verified_domain_emails: [`user${id}@example.com`],
    github_com_saml_name_id: `user${id}@example.com`,
    github_com_member_roles: ['acme:Member'],
    github_com_enterprise_roles: ['Member'],
    github_com_orgs_with_pending_invites: [],
    total_user_accounts: 2,
  }));
  return JSON.stringify({ total_seats_consumed: users.length, total_seats_purchased: 20, users });
}

/** Three weeks of a small company, through every channel that files come by. */
export async function liveThrough(world: RecoveryWorld): Promise<void> {
  await world.drop(USAGE_EXPORT, usageExport([1, 2, 3, 4, 5, 6, 7, 8]), '2026-03-01T08:00:00.000Z');
  await world.drop(CONSUMED_LICENSES, consumedLicenses([1, 2, 3, 4]), '2026-03-02T08:00:00.000Z');
  await world.drop(USERS_REPORT, usersReport([1, 2, 3, 4, 5, 6, 7, 9], [5]), '2026-03-08T08:00:00.000Z');
  await world.drop(CONSUMED_LICENSES, consumedLicenses([1, 2, 3, 4, 10]), '2026-03-15T08:00:00.000Z');
}
