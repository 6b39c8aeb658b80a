import type { ConsumedLicense } from '../../shared/domain/consumed-license.ts';

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
    details: {
      name: null,
      profile: null,
      memberRoles: [],
      enterpriseRoles: [],
      organizationsWithPendingInvites: [],
      twoFactorAuth: null,
      twoFactorAuthRequiredBy: null,
      costCenter: null,
      securityProducts: null,
    },
    ...facts,
  };
}
