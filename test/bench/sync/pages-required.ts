import type { SyncRunBody } from '../../../shared/contracts/http/sync-runs.ts';

type Pull = SyncRunBody['pulls'][number];

const PER_PAGE = 100;

/** The upload of an installation is asked for once more after its last page, so that the pages are of one upload. */
const LAST_UPLOAD = 1;

/** The report, the license settings and the user statistics. */
const OF_AN_INSTANCE = 3;

/** The provider of the enterprise, its organizations, and at least one page of identities. */
const PROVIDERS = 2;

/** The fewest requests by which a pull can have got its entries; `identities` are those that GitHub holds. */
export function requestsRequired(
  { kind, entries }: Pick<Pull, 'kind' | 'entries'>,
  identities: number,
): number {
  const held = kind === 'linked-identities' ? identities : (entries ?? 0);
  const pages = Math.max(1, Math.ceil(held / PER_PAGE));
  switch (kind) {
    case 'consumed-licenses':
    case 'server-installations':
      return pages;
    case 'linked-identities':
      return pages + PROVIDERS;
    case 'server-accounts':
      return pages + LAST_UPLOAD;
    case 'users-report':
      return OF_AN_INSTANCE;
    case 'license-sync-status':
      return 1;
  }
}
