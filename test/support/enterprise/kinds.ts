import * as cloud from './kinds/cloud.ts';
import * as gone from './kinds/gone.ts';
import * as keptApart from './kinds/kept-apart.ts';
import * as matched from './kinds/matched.ts';
import * as server from './kinds/server.ts';
import * as state from './kinds/state.ts';
import * as visualStudio from './kinds/visual-studio.ts';
import type { Planter } from './planter.ts';
import type { Random } from './random.ts';

interface KindOfHuman {
  /** How many of each full deck of humans are of this kind. */
  readonly share: number;
  readonly plant: (planter: Planter) => void;
}

/** The kinds of humans, by name. */
export const KINDS = {
  'cloud-only': { share: 12, plant: cloud.cloudOnly },
  'outside-collaborator': { share: 2, plant: cloud.outsideCollaborator },
  'cloud-without-email': { share: 2, plant: cloud.cloudWithoutEmail },
  'two-cloud-accounts': { share: 1, plant: cloud.twoCloudAccounts },
  'left-the-cloud': { share: 1, plant: cloud.leftTheCloud },
  'server-only': { share: 10, plant: server.serverOnly },
  'site-admin': { share: 2, plant: server.siteAdmin },
  'missing-from-github': { share: 2, plant: server.missingFromGithub },
  'server-without-email': { share: 2, plant: server.serverWithoutEmail },
  'several-instances': { share: 5, plant: server.severalInstances },
  'several-instances-counted-twice': { share: 3, plant: server.severalInstancesCountedTwice },
  'two-accounts-on-one-instance': { share: 1, plant: server.twoAccountsOnOneInstance },
  dormant: { share: 4, plant: state.dormant },
  'dormant-on-one-instance': { share: 1, plant: state.dormantOnOneInstance },
  suspended: { share: 4, plant: state.suspended },
  'suspended-everywhere': { share: 2, plant: state.suspendedEverywhere },
  'suspended-on-one-instance': { share: 2, plant: state.suspendedOnOneInstance },
  'suspended-with-cloud-account': { share: 2, plant: state.suspendedWithCloudAccount },
  'suspended-after-sync': { share: 1, plant: state.suspendedAfterSync },
  'joined-after-report': { share: 2, plant: state.joinedAfterReport },
  'joined-after-export': { share: 1, plant: state.joinedAfterExport },
  'left-the-instance': { share: 1, plant: state.leftTheInstance },
  'matched-by-github': { share: 14, plant: matched.matchedByGithub },
  'matched-by-github-without-email': { share: 1, plant: matched.matchedByGithubWithoutEmail },
  'matched-transitively': { share: 2, plant: matched.matchedTransitively },
  'matched-by-linked-identity': { share: 5, plant: matched.matchedByLinkedIdentity },
  'matched-by-verified-email': { share: 5, plant: matched.matchedByVerifiedEmail },
  'matched-despite-case': { share: 3, plant: matched.matchedDespiteCase },
  'matched-despite-spaces': { share: 2, plant: matched.matchedDespiteSpaces },
  'matched-despite-unicode-form': { share: 2, plant: matched.matchedDespiteUnicodeForm },
  'matching-secondary-email': { share: 3, plant: keptApart.matchingSecondaryEmail },
  'nearly-same-address': { share: 2, plant: keptApart.nearlySameAddress },
  'ambiguous-identity': { share: 1, plant: keptApart.ambiguousIdentity },
  'ambiguous-verified-email': { share: 1, plant: keptApart.ambiguousVerifiedEmail },
  'ambiguous-github-rows': { share: 1, plant: keptApart.ambiguousGithubRows },
  'subscription-linked-by-github': { share: 2, plant: visualStudio.subscriptionLinkedByGithub },
  'subscription-of-cloud-account': { share: 2, plant: visualStudio.subscriptionOfCloudAccount },
  'subscription-of-server-account': { share: 2, plant: visualStudio.subscriptionOfServerAccount },
  'subscription-of-suspended-account': { share: 1, plant: visualStudio.subscriptionOfSuspendedAccount },
  'unlinked-subscription': { share: 2, plant: visualStudio.unlinkedSubscription },
  'gone-from-instance': { share: 2, plant: gone.goneFromInstance },
  'gone-without-cloud-account': { share: 1, plant: gone.goneWithoutCloudAccount },
  'on-unobserved-instance': { share: 2, plant: gone.onUnobservedInstance },
  'on-unobserved-instance-with-cloud-account': {
    share: 2,
    plant: gone.onUnobservedInstanceWithCloudAccount,
  },
  'on-unobserved-instance-counted-twice': { share: 1, plant: gone.onUnobservedInstanceCountedTwice },
  'on-unobserved-instance-suspended-elsewhere': {
    share: 1,
    plant: gone.onUnobservedInstanceSuspendedElsewhere,
  },
} as const satisfies Record<string, KindOfHuman>;

export type Kind = keyof typeof KINDS;

export const KIND_NAMES = Object.keys(KINDS) as Kind[];

/** Every kind as often as its share says, shuffled: dealt again and again it gives exact shares. */
export function deckOfKinds(random: Random): readonly Kind[] {
  return random.shuffled(KIND_NAMES.flatMap((kind) => Array<Kind>(KINDS[kind].share).fill(kind)));
}
