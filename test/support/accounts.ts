import type {
  LicenseRow,
  LinkedIdentity,
  ServerAccount,
  ServerAccountRef,
} from '../../shared/domain/account.ts';
import { type Email, normalizeEmail } from '../../shared/domain/email.ts';
import { type HostName, normalizeHostName } from '../../shared/domain/host-name.ts';
import { serverAccountsOf } from '../../shared/domain/server-accounts-builder.ts';
import type {
  CloudUsageSnapshot,
  LinkedIdentitiesSnapshot,
  ServerUsageSnapshot,
} from '../../shared/domain/usage-snapshot.ts';

export function email(text: string): Email {
  const normalized = normalizeEmail(text);
  if (normalized === null) throw new Error(`${text} is no email address`);
  return normalized;
}

export function host(text: string): HostName {
  const normalized = normalizeHostName(text);
  if (normalized === null) throw new Error(`${text} is no host name`);
  return normalized;
}

/** `host:id` as a reference. */
export function ref(text: string): ServerAccountRef {
  const [hostName = '', userId = ''] = text.split(':');
  return { hostName: host(hostName), userId: Number(userId) };
}

/** An active account without any address, unless told otherwise. */
export function serverAccount(key: string, facts: Partial<ServerAccount> = {}): ServerAccount {
  const { hostName, userId } = ref(key);
  if (hostName === null) throw new Error('a server account needs its host');
  return {
    hostName,
    userId,
    systemUser: null,
    primaryEmail: null,
    furtherEmails: null,
    suspended: false,
    dormant: false,
    siteAdmin: false,
    securityProducts: null,
    ...facts,
  };
}

/** A row that says nothing, unless told otherwise. */
export function licenseRow(facts: Partial<LicenseRow> = {}): LicenseRow {
  return {
    login: null,
    serverAccounts: [],
    serverPrimaryEmails: [],
    verifiedEmails: [],
    samlNameId: null,
    licenseType: 'enterprise',
    visualStudio: null,
    totalUserAccounts: null,
    details: {
      name: null,
      profile: null,
      memberRoles: [],
      enterpriseRoles: [],
      organizationsWithPendingInvites: [],
      twoFactorAuth: null,
      twoFactorAuthRequiredBy: null,
      costCenter: null,
      securityProducts: null,
    },
    ...facts,
  };
}

export function serverSnapshot(
  hostName: string,
  accounts: readonly ServerAccount[],
  facts: Partial<ServerUsageSnapshot> = {},
): ServerUsageSnapshot {
  return {
    kind: 'server',
    channel: 'users-report',
    observedAt: '2026-03-01T00:00:00.000Z',
    instance: { hostName: host(hostName), serverId: null, version: null },
    accounts: serverAccountsOf(host(hostName), accounts),
    ...facts,
  };
}

export function cloudSnapshot(
  rows: readonly LicenseRow[],
  facts: Partial<CloudUsageSnapshot> = {},
): CloudUsageSnapshot {
  return {
    kind: 'cloud',
    channel: 'rest',
    observedAt: '2026-03-01T00:00:00.000Z',
    seatsConsumed: null,
    seatsPurchased: null,
    unidentifiedRows: 0,
    rows,
    ...facts,
  };
}

export function identitiesSnapshot(
  identities: readonly LinkedIdentity[],
  observedAt = '2026-03-01T00:00:00.000Z',
): LinkedIdentitiesSnapshot {
  return { kind: 'identities', channel: 'graphql', observedAt, identities };
}
