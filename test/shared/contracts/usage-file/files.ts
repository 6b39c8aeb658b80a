import {
  readUsageFile,
  type UsageFile,
  type UsageFileContext,
} from '../../../../shared/contracts/usage-file/read-usage-file.ts';
import type { Rejection } from '../../../../shared/domain/upload.ts';
import type { CloudUsageSnapshot, ServerUsageSnapshot } from '../../../../shared/domain/usage-snapshot.ts';

const CONTEXT: UsageFileContext = {
  observedAt: '2026-01-05T10:00:00.000Z',
  hostName: null,
  fileName: null,
  maxBytes: 10_000_000,
};

/** Reads a file whose bytes come in the given chunks, or in one. */
export function read(
  content: string | Uint8Array | readonly Uint8Array[],
  context: Partial<UsageFileContext> = {},
): Promise<UsageFile> {
  const chunks = Array.isArray(content) ? content : [Buffer.from(content as string)];
  return readUsageFile(inOrder(chunks), { ...CONTEXT, ...context });
}

async function* inOrder(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

export async function serverUsage(...file: Parameters<typeof read>): Promise<ServerUsageSnapshot> {
  const usage = await read(...file);
  if (usage.kind === 'usage' && usage.snapshot.kind === 'server') return usage.snapshot;
  throw new Error(`not the usage of a server: ${JSON.stringify(usage)}`);
}

export async function cloudUsage(...file: Parameters<typeof read>): Promise<CloudUsageSnapshot> {
  const usage = await read(...file);
  if (usage.kind === 'usage' && usage.snapshot.kind === 'cloud') return usage.snapshot;
  throw new Error(`not the usage of the cloud: ${JSON.stringify(usage)}`);
}

export async function rejection(...file: Parameters<typeof read>): Promise<Rejection> {
  const usage = await read(...file);
  if (usage.kind === 'rejected') return usage.rejection;
  throw new Error(`not rejected: ${JSON.stringify(usage)}`);
}

/** One user, with every field that is read. */
export const EXPORT_USER = {
  user_id: 71,
  login: 'mona',
  profile_name: 'Mona Lisa',
  created_at: '2021-01-01T00:00:00Z',
  site_admin: true,
  suspended: false,
  dormant: false,
  advanced_security: true,
  emails: [
    { email: 'mona@example.com', primary: true },
    { email: 'lisa@example.org', primary: false },
  ],
};

export const INSTANCE = {
  server_id: '8f4f2c1e-5b0a-4c38-9a51-0d2a6c1f7e11',
  host_name: 'ghes.example.com',
  version: '3.15.2',
  public_key: 'AAAA',
  features: ['license_usage_sync', { name: 'search', enabled_at: '2024-01-01T00:00:00Z' }],
};

export function exportOf(users: unknown, instance: object = INSTANCE): string {
  return JSON.stringify({ instance, users });
}

export const REPORT_HEADER =
  'created_at,id,login,email,role,suspended?,last_logged_ip,repos,ssh_keys,org_memberships,dormant?,' +
  'last_active,raw_login,2fa_enabled?';

/** A row of all_users.csv. */
export function reportRow(
  row: Partial<Record<'id' | 'login' | 'email' | 'role' | 'suspended' | 'dormant', string>>,
): string {
  const {
    id = '71',
    login = 'mona',
    email = 'mona@example.com',
    role = 'user',
    suspended = 'false',
    dormant = 'false',
  } = row;
  const rawLogin = '"{""ip"": ""10.1.2.3"", ""agent"": ""Mozilla, 5.0""}"';
  return `2021-01-01 00:00:00 UTC,${id},${login},${email},${role},${suspended},10.1.2.3,3,2,4,${dormant},2024-05-01,${rawLogin},true`;
}

export function reportOf(...rows: readonly string[]): string {
  return `${[REPORT_HEADER, ...rows].join('\n')}\n`;
}

/** One license row, with every field that is read. */
export const LICENSE_ROW = {
  github_com_login: 'monalisa',
  github_com_name: 'Mona Lisa',
  enterprise_server_user_ids: ['ghes.example.com:71', 'ghes.example.com:72'],
  github_com_user: true,
  enterprise_server_user: true,
  visual_studio_subscription_user: true,
  license_type: 'Visual Studio subscription',
  github_com_profile: 'https://github.com/monalisa',
  github_com_member_roles: ['org1:Owner', 'org2:Member'],
  github_com_enterprise_roles: ['owner'],
  github_com_verified_domain_emails: ['mona@example.com', 'lisa@example.com'],
  github_com_saml_name_id: 'mona@idp.example.com',
  github_com_orgs_with_pending_invites: ['org3'],
  github_com_two_factor_auth: true,
  github_com_two_factor_auth_required_by_date: '2026-02-01',
  github_com_cost_center: 'Research',
  github_com_advanced_security_license_user: false,
  github_com_code_security_license_user: true,
  github_com_secret_protection_license_user: true,
  enterprise_server_primary_emails: ['mona@example.com'],
  visual_studio_license_status: 'Matched',
  visual_studio_subscription_email: 'mona@vs.example.com',
  total_user_accounts: 3,
};

export function licensePage(users: readonly unknown[], totals: object = TOTALS): string {
  return JSON.stringify({ ...totals, users });
}

const TOTALS = { total_seats_consumed: 5000, total_seats_purchased: 4500 };

/** A CSV of one row, its cells in quotes where they need them. */
export function csvOf(cells: Readonly<Record<string, string>>): string {
  const quoted = Object.values(cells).map((cell) =>
    /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return `${Object.keys(cells).join(',')}\n${quoted.join(',')}\n`;
}
