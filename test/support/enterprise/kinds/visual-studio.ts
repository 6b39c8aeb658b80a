import type { Planter } from '../planter.ts';

export function subscriptionLinkedByGithub(planter: Planter): void {
  const email = planter.address('subscription');
  const cloud = planter.cloudLicense({
    subscriber: true,
    licenseType: 'Visual Studio subscription',
    subscriptionStatus: 'Matched',
    subscriptionEmail: email,
  });
  planter.person('visual-studio-subscription', [cloud], [email]);
}

/** GitHub has the subscription and the cloud account in two rows, and an enterprise license for the second. */
export function subscriptionOfCloudAccount(planter: Planter): void {
  const email = planter.address('work');
  const cloud = planter.cloudLicense(
    planter.random.chance(50) ? { verifiedEmails: [email] } : { samlNameId: email },
  );
  planter.subscriptionLicense(email);
  planter.person('visual-studio-subscription', [cloud], [email]);
  planter.anomaly('subscription-not-linked', [cloud], 1);
}

export function subscriptionOfServerAccount(planter: Planter): void {
  const [host] = planter.hosts(1);
  const email = planter.address('work');
  const account = planter.serverUser(host, { primaryEmail: email });
  planter.serverLicense([account]);
  planter.subscriptionLicense(email);
  planter.person('visual-studio-subscription', [account], [email]);
  planter.anomaly('subscription-not-linked', [account], 1);
}

export function subscriptionOfSuspendedAccount(planter: Planter): void {
  const [host] = planter.hosts(1);
  const email = planter.address('work');
  const account = planter.serverUser(host, { primaryEmail: email, suspended: true });
  planter.subscriptionLicense(email);
  planter.person('suspended', [account], [email]);
}

export function unlinkedSubscription(planter: Planter): void {
  const email = planter.address('subscription');
  planter.subscriptionLicense(email);
  planter.person('unlinked-visual-studio-subscription', [], [email]);
}
