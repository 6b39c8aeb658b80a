import type { ConsumedLicense } from '../../shared/domain/consumed-license.ts';
import { licenseRow } from './accounts.ts';

/** A license of which nothing is known, unless told otherwise. */
export function consumedLicense(facts: Partial<ConsumedLicense> = {}): ConsumedLicense {
  return {
    login: 'octocat',
    serverAccounts: [],
    serverPrimaryEmails: [],
    verifiedEmails: [],
    samlNameId: null,
    licenseType: 'enterprise',
    visualStudio: null,
    details: licenseRow().details,
    ...facts,
  };
}
