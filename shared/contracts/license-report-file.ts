import * as z from 'zod';
import type { ConsumedLicense } from '../domain/consumed-license.ts';
import {
  restoreDetails,
  restoreVisualStudio,
  storeDetails,
  storedDetails,
  storedVisualStudio,
  storeVisualStudio,
} from './stored-license-row.ts';
import { storedAccountKey, storedEmail, storedLicenseType } from './stored-values.ts';

const storedLicense = z.object({
  login: z.string().optional(),
  server_accounts: z.array(storedAccountKey),
  server_primary_emails: z.array(storedEmail),
  verified_emails: z.array(storedEmail),
  saml_name_id: z.string().optional(),
  license_type: storedLicenseType,
  visual_studio: storedVisualStudio.optional(),
  details: storedDetails,
});

/** A line of a report's licenses, without its line feed. */
export function licenseLine(license: ConsumedLicense): string {
  const stored: z.infer<typeof storedLicense> = {
    login: license.login ?? undefined,
    server_accounts: license.serverAccounts.slice(),
    server_primary_emails: license.serverPrimaryEmails.slice(),
    verified_emails: license.verifiedEmails.slice(),
    saml_name_id: license.samlNameId ?? undefined,
    license_type: license.licenseType,
    visual_studio: license.visualStudio ? storeVisualStudio(license.visualStudio) : undefined,
    details: storeDetails(license.details),
  };
  return JSON.stringify(stored);
}

/** Throws SyntaxError or ZodError when the line is not one of `licenseLine`. */
export function parseLicenseLine(line: string): ConsumedLicense {
  const stored = storedLicense.parse(JSON.parse(line));
  return {
    login: stored.login ?? null,
    serverAccounts: stored.server_accounts,
    serverPrimaryEmails: stored.server_primary_emails,
    verifiedEmails: stored.verified_emails,
    samlNameId: stored.saml_name_id ?? null,
    licenseType: stored.license_type,
    visualStudio: stored.visual_studio ? restoreVisualStudio(stored.visual_studio) : null,
    details: restoreDetails(stored.details),
  };
}

/**
 * The totals, and where each block of licenses is, in bytes: a gzip member of its own inside a longer object. Every
 * block but the last holds `licenses_per_block` of them. An absent total is an unknown one.
 */
export const licensesIndex = z.object({
  format: z.literal('licenses-index/1'),
  licenses: z.int(),
  seats_purchased: z.int().optional(),
  licenses_per_block: z.int().positive(),
  blocks: z.array(z.object({ offset: z.int(), length: z.int() })),
});

export type LicensesIndex = z.infer<typeof licensesIndex>;
