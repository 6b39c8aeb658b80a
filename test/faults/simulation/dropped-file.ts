import { ulid } from 'ulid';
import {
  EXPORT_USER,
  exportOf,
  INSTANCE,
  LICENSE_ROW,
  licensePage,
  reportOf,
  reportRow,
} from '../../shared/contracts/usage-file/files.ts';
import type { Random } from '../../support/enterprise/random.ts';
import { somePeople } from './some-people.ts';

/** Where people have accounts: two instances and the cloud, of which nothing is pulled by syncs. */
const HOSTS = ['ghes-a.example.com', 'ghes-b.example.com'] as const;

const LONGEST_AGO_MS = 3 * 24 * 3_600_000;

const FILE_KINDS = [
  'report',
  'report',
  'report',
  'export',
  'export',
  'licenses',
  'encrypted',
  'broken',
] as const;

export interface DroppedFile {
  readonly kind: (typeof FILE_KINDS)[number];
  readonly host: (typeof HOSTS)[number];
  readonly people: readonly number[];
  /** Which second address people have. */
  readonly alias: number;
  /** How long before the drop its content was so; null: the file does not tell. */
  readonly observedMsAgo: number | null;
  /** Whether the key carries the upload's id. Two files may have the same one. */
  readonly isPresigned: boolean;
}

export function someFile(random: Random): DroppedFile {
  return {
    kind: random.pick(FILE_KINDS),
    host: random.pick(HOSTS),
    people: somePeople(random),
    alias: random.int(1, 2),
    observedMsAgo: random.chance(25) ? random.int(0, LONGEST_AGO_MS) : null,
    isPresigned: random.chance(25),
  };
}

export function keyOf({ kind, host, isPresigned }: DroppedFile): string {
  const folders = ['uploads', host, ...(isPresigned ? [PRESIGNED_ID] : [])];
  return [...folders, kind === 'report' ? 'all_users.csv' : `${kind}.json`].join('/');
}

const PRESIGNED_ID = ulid(Date.parse('2026-03-01T00:00:00.000Z'), () => 0);

export function contentOf({ kind, host, people, alias }: DroppedFile): string {
  const instance = { ...INSTANCE, host_name: host };
  switch (kind) {
    case 'report':
      return reportOf(...people.map((id) => reportRow({ id: String(id), email: addressOf(id) })));
    case 'export':
      return exportOf(
        people.map((id) => ({ ...EXPORT_USER, user_id: id, emails: emailsOf(id, alias) })),
        instance,
      );
    case 'licenses':
      return licensePage(people.map((id) => licenseOf(id, alias)));
    case 'encrypted':
      return exportOf('c2VjcmV0', instance);
    case 'broken':
      return exportOf(people, instance);
    default:
      return kind satisfies never;
  }
}

function emailsOf(id: number, alias: number) {
  return [
    { email: addressOf(id), primary: true },
    { email: aliasOf(id, alias), primary: false },
  ];
}

function licenseOf(id: number, alias: number) {
  return {
    ...LICENSE_ROW,
    github_com_login: `user-${String(id).padStart(4, '0')}`,
    enterprise_server_user_ids: [],
    github_com_verified_domain_emails: [addressOf(id), aliasOf(id, alias)],
    github_com_saml_name_id: null,
    enterprise_server_primary_emails: [],
    visual_studio_subscription_email: null,
  };
}

/** As in what is pulled. */
function addressOf(id: number): string {
  return `user-${String(id).padStart(4, '0')}@example.com`;
}

/** Some aliases are the address of somebody else. */
function aliasOf(id: number, alias: number): string {
  return alias === 1 ? `alias-${id}@example.com` : addressOf((id % 9) + 1);
}
