import * as z from 'zod';
import type { AccountKey } from '../domain/account.ts';
import type { Email } from '../domain/email.ts';
import type { HostName } from '../domain/host-name.ts';
import type { PersonId } from '../domain/ledger.ts';

// What is stored was normalized before it was written, so reading it back asks for no more than the type.
const isString = (value: unknown): boolean => typeof value === 'string';

export const storedEmail = z.custom<Email>(isString, 'expected an email address');
export const storedHostName = z.custom<HostName>(isString, 'expected a host name');
export const storedPersonId = z.custom<PersonId>(isString, 'expected a person id');
export const storedAccountKey = z.custom<AccountKey>(isString, 'expected an account key');

/** ISO 8601 in UTC with milliseconds. */
export const storedInstant = z.iso.datetime({ precision: 3 });

export function isStoredInstant(value: unknown): value is string {
  return storedInstant.safeParse(value).success;
}

export const storedLicenseType = z.enum(['enterprise', 'visual-studio-subscription']);
export const storedSecurityProduct = z.enum(['advanced-security', 'code-security', 'secret-protection']);
