import * as z from 'zod';
import { type Email, normalizeEmail } from '../../../domain/email.ts';
import { compactList } from '../../compact-list.ts';
import type { FileRecord } from '../file-record.ts';
import { MAX_EMAILS } from '../limits.ts';
import { securityProductsOf } from '../security-products.ts';
import { type AccountOfFile, systemUserOf } from './accounts-of-file.ts';

/**
 * The keys under which a user's values are looked for, and in what order. INFERRED: GitHub documents no key
 * of a user in an export; these are the names that its GraphQL and REST APIs and its CSV files have for the same.
 */
export const KEYS = {
  userId: ['user_id', 'remote_user_id', 'id'],
  login: ['login', 'username'],
  emails: ['emails'],
  primaryEmail: ['primary_email', 'email'],
  siteAdmin: ['site_admin', 'is_site_admin'],
  suspended: ['suspended', 'is_suspended'],
  suspendedAt: ['suspended_at'],
  dormant: ['dormant', 'is_dormant'],
  advancedSecurity: ['advanced_security', 'advanced_security_license_user'],
  codeSecurity: ['code_security', 'code_security_license_user'],
  secretProtection: ['secret_protection', 'secret_protection_license_user'],
} as const;
const FIELDS = Object.entries<readonly string[]>(KEYS);

export type ExportUserKey = (typeof KEYS)[keyof typeof KEYS][number];
export const EXPORT_USER_KEYS: readonly ExportUserKey[] = Object.values(KEYS).flat();

const flag = z.boolean('true or false').nullish();
const EMAIL = 'an email address as a text, or an object with `email` and `primary`';
const exportEmail = z.union(
  [z.string(), z.object({ email: z.string(), is_primary: flag, primary: flag })],
  EMAIL,
);
export type ExportEmail = z.infer<typeof exportEmail>;

/** A user of an export, after `withPlainKeys`. */
export const exportUser = z.object(
  {
    userId: z.int('a user id: a whole number above 0').positive('a user id: a whole number above 0'),
    login: z.string('a login as a text').nullish(),
    emails: z
      .array(exportEmail, 'a list of email addresses')
      .max(MAX_EMAILS, `at most ${MAX_EMAILS} addresses`)
      .refine((emails) => emails.filter(isMarkedPrimary).length <= 1, 'at most one primary address')
      .nullish(),
    primaryEmail: z.string('an email address as a text').nullish(),
    siteAdmin: flag,
    suspended: flag,
    suspendedAt: z.string('a date as a text, or null').nullish(),
    dormant: flag,
    advancedSecurity: flag,
    codeSecurity: flag,
    secretProtection: flag,
  },
  'a user: an object',
);
export type ExportUser = z.infer<typeof exportUser>;

/** The user under the names of `KEYS`. Its problems keep the keys of the file. */
export function withPlainKeys(record: FileRecord): FileRecord {
  const source = record.value;
  if (!isObject(source)) return record;
  return {
    value: Object.fromEntries(FIELDS.map(([field, keys]) => [field, source[keyIn(source, keys)]])),
    locate: ([field, ...inner]) => {
      const keys = FIELDS.find(([name]) => name === field)?.[1];
      return record.locate(keys === undefined ? [] : [keyIn(source, keys), ...inner]);
    },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keyIn(source: Readonly<Record<string, unknown>>, keys: readonly string[]): string {
  return keys.find((key) => source[key] != null) ?? keys[0] ?? '';
}

/** Of a user of an export, all that is kept. */
export function accountOfExportUser(user: ExportUser): AccountOfFile {
  const primary = normalizeEmail(primaryAddressOf(user) ?? '');
  return {
    userId: user.userId,
    systemUser: systemUserOf(user.login ?? ''),
    primaryEmail: primary,
    furtherEmails: furtherEmailsOf(user, primary),
    suspended: suspendedOf(user),
    dormant: user.dormant ?? null,
    siteAdmin: user.siteAdmin ?? null,
    securityProducts: securityProductsOf({
      'advanced-security': user.advancedSecurity,
      'code-security': user.codeSecurity,
      'secret-protection': user.secretProtection,
    }),
  };
}

/** The address marked as primary, else the user's single address. INFERRED: without marks the first is primary. */
function primaryAddressOf({ emails, primaryEmail }: ExportUser): string | null {
  let first: string | null = null;
  let isAnyMarked = false;
  for (const email of emails ?? []) {
    const address = addressOf(email);
    if (address.trim() === '') continue;
    if (isMarkedPrimary(email)) return address;
    first ??= address;
    isAnyMarked ||= hasMark(email);
  }
  if (primaryEmail) return primaryEmail;
  return isAnyMarked ? null : first;
}

/**
 * Sorted, each once; null when the user has no list of addresses. What is no address is left out: GitHub matches
 * on addresses, so such a text could match nothing, and it must not keep the file of a whole instance out.
 */
function furtherEmailsOf(
  { emails, primaryEmail }: ExportUser,
  primary: Email | null,
): readonly Email[] | null {
  if (emails == null) return null;
  const further: Email[] = [];
  const add = (address: string): void => {
    const email = normalizeEmail(address);
    if (email !== null && email !== primary && !further.includes(email)) further.push(email);
  };
  for (const email of emails) add(addressOf(email));
  if (primaryEmail) add(primaryEmail);
  return compactList(further.length < 2 ? further : further.sort());
}

function addressOf(email: ExportEmail): string {
  return typeof email === 'string' ? email : email.email;
}

function hasMark(email: ExportEmail): boolean {
  return typeof email !== 'string' && (email.is_primary ?? email.primary) != null;
}

export function isMarkedPrimary(email: ExportEmail): boolean {
  return typeof email !== 'string' && (email.is_primary ?? email.primary) === true;
}

/** GitHub's REST API gives `suspended_at`, which is null for a user who is not suspended. */
function suspendedOf({ suspended, suspendedAt }: ExportUser): boolean | null {
  if (suspended != null) return suspended;
  return suspendedAt === undefined ? null : Boolean(suspendedAt);
}
