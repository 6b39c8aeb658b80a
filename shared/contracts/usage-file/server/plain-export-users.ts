import type { PlainUsers } from '../json/json-pages.ts';
import { RecordScanner } from '../json/record-scanner.ts';
import { ValueChecks } from '../json/value-checks.ts';
import { MAX_EMAILS } from '../limits.ts';
import {
  EXPORT_USER_KEYS,
  type ExportEmail,
  type ExportUser,
  type ExportUserKey,
  isMarkedPrimary,
  KEYS,
} from './export-user.ts';

type Values = Readonly<Record<ExportUserKey, unknown>>;

/**
 * The users of an export that are plain and as `exportUser` wants them: it would say the same of them, at several times
 * the cost. What differs in anything is left to it.
 */
export class PlainExportUsers implements PlainUsers {
  readonly #scanner = new RecordScanner(EXPORT_USER_KEYS);
  readonly #add: (user: ExportUser) => boolean;

  /** @param add returns false when the user is not to be had as things are. */
  constructor(add: (user: ExportUser) => boolean) {
    this.#add = add;
  }

  take(chunk: Buffer, start: number): number | null {
    const end = this.#scanner.read(chunk, start);
    if (end === null) return null;
    const user = plainUser(this.#scanner.values);
    return user !== null && this.#add(user) ? end : null;
  }
}

function plainUser(values: Values): ExportUser | null {
  const checks = new UserChecks();
  const user: ExportUser = {
    userId: checks.userId(firstValue(KEYS.userId, values)),
    login: checks.text(firstValue(KEYS.login, values)),
    emails: checks.emails(firstValue(KEYS.emails, values)),
    primaryEmail: checks.text(firstValue(KEYS.primaryEmail, values)),
    siteAdmin: checks.flag(firstValue(KEYS.siteAdmin, values)),
    suspended: checks.flag(firstValue(KEYS.suspended, values)),
    suspendedAt: checks.text(firstValue(KEYS.suspendedAt, values)),
    dormant: checks.flag(firstValue(KEYS.dormant, values)),
    advancedSecurity: checks.flag(firstValue(KEYS.advancedSecurity, values)),
    codeSecurity: checks.flag(firstValue(KEYS.codeSecurity, values)),
    secretProtection: checks.flag(firstValue(KEYS.secretProtection, values)),
  };
  return checks.areMet ? user : null;
}

/** Under the first key that has one, as in `withPlainKeys`. */
function firstValue(keys: readonly ExportUserKey[], values: Values): unknown {
  for (const key of keys) if (values[key] !== null && values[key] !== undefined) return values[key];
  return keys[0] && values[keys[0]];
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
