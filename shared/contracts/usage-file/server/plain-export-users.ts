import type { PlainUsers } from '../json/json-pages.ts';
import type { Column } from '../json/key-table.ts';
import { RecordScanner } from '../json/record-scanner.ts';
import { ValueChecks } from '../json/value-checks.ts';
import { MAX_EMAILS } from '../limits.ts';
import { EXPORT_USER_KEYS, type ExportEmail, type ExportUser, isMarkedPrimary, KEYS } from './export-user.ts';

type Field = keyof typeof KEYS;
type Columns = readonly Readonly<Column>[];

/**
 * The users of an export that are plain and as `exportUser` wants them: it would say the same of them, at several times
 * the cost. What differs in anything is left to it.
 */
export class PlainExportUsers implements PlainUsers {
  readonly #scanner = new RecordScanner(EXPORT_USER_KEYS);
  readonly #columns: Readonly<Record<Field, Columns>>;
  readonly #add: (user: ExportUser) => boolean;

  /** @param add returns false when the user is not to be had as things are. */
  constructor(add: (user: ExportUser) => boolean) {
    const { columns } = this.#scanner;
    const columnsOf = (field: Field): Columns => KEYS[field].map((key) => columns[key]);
    this.#columns = {
      userId: columnsOf('userId'),
      login: columnsOf('login'),
      emails: columnsOf('emails'),
      primaryEmail: columnsOf('primaryEmail'),
      siteAdmin: columnsOf('siteAdmin'),
      suspended: columnsOf('suspended'),
      suspendedAt: columnsOf('suspendedAt'),
      dormant: columnsOf('dormant'),
      advancedSecurity: columnsOf('advancedSecurity'),
      codeSecurity: columnsOf('codeSecurity'),
      secretProtection: columnsOf('secretProtection'),
    };
    this.#add = add;
  }

  take(chunk: Buffer, start: number): number | null {
    const end = this.#scanner.read(chunk, start);
    if (end === null) return null;
    const user = plainUser(this.#columns);
    return user !== null && this.#add(user) ? end : null;
  }
}

function plainUser(columns: Readonly<Record<Field, Columns>>): ExportUser | null {
  const checks = new UserChecks();
  const user: ExportUser = {
    userId: checks.userId(firstValue(columns.userId)),
    login: checks.text(firstValue(columns.login)),
    emails: checks.emails(firstValue(columns.emails)),
    primaryEmail: checks.text(firstValue(columns.primaryEmail)),
    siteAdmin: checks.flag(firstValue(columns.siteAdmin)),
    suspended: checks.flag(firstValue(columns.suspended)),
    suspendedAt: checks.text(firstValue(columns.suspendedAt)),
    dormant: checks.flag(firstValue(columns.dormant)),
    advancedSecurity: checks.flag(firstValue(columns.advancedSecurity)),
    codeSecurity: checks.flag(firstValue(columns.codeSecurity)),
    secretProtection: checks.flag(firstValue(columns.secretProtection)),
  };
  return checks.areMet ? user : null;
}

/** Under the first key that has one, as in `withPlainKeys`. */
function firstValue(columns: Columns): unknown {
  for (const { value } of columns) if (value !== null && value !== undefined) return value;
  return columns[0]?.value;
}

/** As in `exportUser`. */
class UserChecks extends ValueChecks {
  userId(value: unknown): number {
    if (typeof value === 'number' && value > 0) return value;
    this.fail();
    return 0;
  }

  emails(value: unknown): ExportEmail[] | null | undefined {
    if (value === null || value === undefined) return value;
    if (!Array.isArray(value) || value.length > MAX_EMAILS || !value.every(isEmail)) return this.fail();
    return value.length < 2 || value.filter(isMarkedPrimary).length <= 1 ? value : this.fail();
  }
}

function isEmail(value: unknown): value is ExportEmail {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null || !('email' in value)) return false;
  const { email, primary, is_primary }: { email: unknown; primary?: unknown; is_primary?: unknown } = value;
  return typeof email === 'string' && isFlag(primary) && isFlag(is_primary);
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean' || value === null || value === undefined;
}
