import { consumptionOf, NO_PLACE } from './consumption.ts';
import type { Email } from './email.ts';
import type { Person } from './person.ts';
import type { PersonUsage } from './person-usage.ts';

/** Of a subscription that no account holds: it consumes nothing. */
const UNLINKED_SUBSCRIPTION = consumptionOf({
  cloudLicenseType: undefined,
  serverPlace: NO_PLACE,
  hasVisualStudioSubscription: true,
});

export function usageOfUnlinkedSubscriber(): PersonUsage {
  return {
    consumption: UNLINKED_SUBSCRIPTION,
    hasCloudAccount: false,
    cloudEmails: 0,
    hostNames: [],
    ambiguities: 0,
  };
}

export function unlinkedSubscriber(email: Email): Person {
  return {
    key: `visual-studio:${email}`,
    cloudAccount: null,
    serverAccounts: [],
    visualStudioSubscriptions: [email],
    matches: [],
    ambiguities: [],
    consumption: UNLINKED_SUBSCRIPTION,
  };
}
