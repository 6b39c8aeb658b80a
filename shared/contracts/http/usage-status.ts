import type { SourceRecord } from '../../ports.ts';

/**
 * GitHub's words for how the usage of an instance came last.
 * https://docs.github.com/enterprise-cloud@latest/billing/how-tos/manage-plan-and-licenses/view-enterprise-usage
 */
export const USAGE_STATUSES = [
  'Server usage uploaded',
  'GitHub Connect server usage synced',
  'GitHub Connect server usage never synced',
] as const;

export interface UsageStatus {
  readonly status: (typeof USAGE_STATUSES)[number];
  /** The newest that came was an export whose users could not be read. */
  readonly usersEncrypted: boolean;
}

/** By the newest observation, however it came. An export with encrypted users counts as one when it is newer. */
export function usageStatusOf(source: SourceRecord | null): UsageStatus {
  const newest = source?.snapshots.toSorted((a, b) => (a.observedAt > b.observedAt ? -1 : 1))[0];
  const encryptedAt = source?.encrypted?.observedAt ?? null;
  if (encryptedAt !== null && (newest === undefined || encryptedAt > newest.observedAt)) {
    return { status: 'Server usage uploaded', usersEncrypted: true };
  }
  if (newest === undefined) {
    return { status: 'GitHub Connect server usage never synced', usersEncrypted: false };
  }
  // GitHub's GraphQL is only ever pulled, while a users report may also be dropped.
  const cameBySync = newest.channel === 'graphql' || newest.observedAt === source?.sync?.observedAt;
  return {
    status: cameBySync ? 'GitHub Connect server usage synced' : 'Server usage uploaded',
    usersEncrypted: false,
  };
}
