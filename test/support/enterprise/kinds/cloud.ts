import type { Planter } from '../planter.ts';

export function cloudOnly(planter: Planter): void {
  const samlNameId = planter.random.pick(['', planter.identity.login, planter.address('work')]);
  planter.person('cloud-account', [planter.cloudLicense({ samlNameId })]);
}

export function outsideCollaborator(planter: Planter): void {
  planter.person('cloud-account', [planter.cloudLicense({ memberRoles: ['acme/website:Collaborator'] })]);
}

/** GitHub shows an address only if it is on a verified domain: without one nothing can be matched. */
export function cloudWithoutEmail(planter: Planter): void {
  const cloud = planter.cloudLicense({ verifiedEmails: [] });
  planter.person('cloud-account', [cloud]);
  planter.anomaly('no-verified-domain-email', [cloud]);
}

/** The same verified address on two cloud accounts: no rule joins two cloud accounts. */
export function twoCloudAccounts(planter: Planter): void {
  const first = planter.cloudLicense();
  const second = planter.cloudLicense({ login: `${planter.identity.login}-b` });
  planter.person('cloud-account', [first]);
  planter.person('cloud-account', [second]);
  planter.anomaly('likely-same-person', [first, second], 1);
}

/** Only the older files of GitHub's rows have this one. */
export function leftTheCloud(planter: Planter): void {
  planter.cloudLicense({ seen: 'in-older-file' });
}
