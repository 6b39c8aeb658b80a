import type { UsageFacts } from '../../domain/usage-snapshot.ts';
import { LICENSE_COLUMNS } from './cloud/consumed-license-row.ts';
import { ConsumedLicenses } from './cloud/consumed-licenses.ts';
import type { FileRecord } from './file-record.ts';
import { type JsonObject, JsonPages, type PageReader } from './json/json-pages.ts';
import type { PlainUsers } from './json/plain-users.ts';
import type { ProblemLog } from './problem-log.ts';
import { EXPORT_USER_KEYS } from './server/export-user.ts';
import { EXPORT_INSTANCE_KEYS, ServerExport } from './server/server-export.ts';
import { unknownFormat } from './unknown-format.ts';
import type { UsageFile, UsageFileContext } from './usage-file.ts';

const LICENSE_PAGE_KEYS = ['total_seats_consumed', 'total_seats_purchased'];
/** Of the keys of an export those that no other file has beside `users`. */
const EXPORT_PAGE_KEYS = ['instance', 'server_id', 'host_name', 'hostname', 'public_key'];

const KNOWN_KEYS: ReadonlySet<string> = new Set([
  'users',
  'is_primary',
  'primary',
  ...EXPORT_INSTANCE_KEYS,
  ...EXPORT_USER_KEYS,
  ...LICENSE_PAGE_KEYS,
  ...LICENSE_COLUMNS,
]);

export async function readJsonUsageFile(
  text: AsyncIterable<Buffer>,
  context: UsageFileContext,
  problems: ProblemLog,
): Promise<UsageFile<UsageFacts>> {
  const file = new JsonUsageFile(context, problems);
  await new JsonPages(file, problems, KNOWN_KEYS).read(text);
  return file.finish();
}

type Format = ServerExport | ConsumedLicenses;

/** Recognizes the format by the first page or user that tells, and leaves all that follows to its reader. */
class JsonUsageFile implements PageReader {
  readonly #context: UsageFileContext;
  readonly #problems: ProblemLog;
  #format: Format | null = null;

  constructor(context: UsageFileContext, problems: ProblemLog) {
    this.#context = context;
    this.#problems = problems;
  }

  get plainUsers(): PlainUsers | null {
    return this.#format?.plainUsers ?? null;
  }

  user(user: FileRecord, page: JsonObject): void {
    this.#format ??= this.#formatByPage(page) ?? this.#formatByUser(user.value);
    if (this.#format === null) throw unknownFormat(user.locate([]));
    this.#format.user(user);
  }

  page(page: FileRecord): void {
    this.#format ??= this.#formatByPage(page.value);
    if (this.#format === null) throw unknownFormat(page.locate([]));
    this.#format.page(page);
  }

  finish(): UsageFile<UsageFacts> {
    if (this.#format === null) throw unknownFormat();
    return this.#format.finish();
  }

  #formatByPage(page: unknown): Format | null {
    if (hasAny(page, LICENSE_PAGE_KEYS)) return this.#licenses();
    if (hasAny(page, EXPORT_PAGE_KEYS) || hasEncryptedUsers(page)) return this.#export();
    return null;
  }

  #formatByUser(user: unknown): Format | null {
    if (hasAny(user, LICENSE_COLUMNS)) return this.#licenses();
    return hasAny(user, EXPORT_USER_KEYS) ? this.#export() : null;
  }

  #licenses(): ConsumedLicenses {
    return new ConsumedLicenses(this.#context, this.#problems, 'rest');
  }

  #export(): ServerExport {
    return new ServerExport(this.#context, this.#problems);
  }
}

function hasAny(value: unknown, keys: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && keys.some((key) => key in value);
}

/** GitHub's consumed licenses are never encrypted. */
function hasEncryptedUsers(page: unknown): boolean {
  return typeof page === 'object' && page !== null && 'users' in page && typeof page.users === 'string';
}
