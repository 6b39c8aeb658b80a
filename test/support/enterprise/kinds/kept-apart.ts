import type { Planter } from '../planter.ts';

/** Only the primary address of a server account matches: the rule takes this human for two people. */
export function matchingSecondaryEmail(planter: Planter): void {
  const host = planter.hostWith('export-then-report', 'report-then-export');
  const email = planter.address('work');
  const account = planter.serverUser(host, {
    primaryEmail: planter.address('server'),
    furtherEmails: [email],
  });
  const cloud = planter.cloudLicense({ verifiedEmails: [email] });
  planter.serverLicense([account]);
  planter.person('cloud-account', [cloud]);
  planter.person('server-account', [account]);
  planter.anomaly('likely-same-person', [cloud, account], 1);
}

/** GitHub documents no folding of plus-addresses or dots, so these are two addresses. */
export function nearlySameAddress(planter: Planter): void {
  const [host] = planter.hosts(1);
  const email = planter.address('work');
  const nearly = planter.random.pick([email.replace('@', '+github@'), email.replace('.', '')]);
  const account = planter.serverUser(host, { primaryEmail: nearly });
  const cloud = planter.cloudLicense({ verifiedEmails: [email] });
  planter.serverLicense([account]);
  planter.person('cloud-account', [cloud]);
  planter.person('server-account', [account]);
}

/** The address of one cloud account's identity and of another one's verified address: the identity is stronger. */
export function ambiguousIdentity(planter: Planter): void {
  const [host] = planter.hosts(1);
  const email = planter.address('work');
  const account = planter.serverUser(host, { primaryEmail: email });
  const loser = planter.cloudLicense({ verifiedEmails: [email] });
  const winner = planter.cloudLicense({ ...second(planter), samlNameId: email });
  planter.serverLicense([account]);
  planter.person('cloud-account', [loser]);
  planter.person('cloud-account', [winner, account]);
  planter.anomaly('counted-twice', [winner, account], 1);
  planter.anomaly('ambiguous', [loser, winner, account]);
}

/** A verified address of two cloud accounts: of equal candidates the smaller login wins. */
export function ambiguousVerifiedEmail(planter: Planter): void {
  const [host] = planter.hosts(1);
  const email = planter.address('work');
  const account = planter.serverUser(host, { primaryEmail: email });
  const winner = planter.cloudLicense({ verifiedEmails: [email] });
  const loser = planter.cloudLicense({ ...second(planter), verifiedEmails: [email] });
  planter.serverLicense([account]);
  planter.person('cloud-account', [winner, account]);
  planter.person('cloud-account', [loser]);
  planter.anomaly('counted-twice', [winner, account], 1);
  planter.anomaly('ambiguous', [winner, loser, account]);
}

/** Two accounts with one primary address that GitHub gives to two people: GitHub's own match is stronger. */
export function ambiguousGithubRows(planter: Planter): void {
  const [first, other] = planter.hosts(2);
  const primaryEmail = planter.address('work');
  const accounts = [
    planter.serverUser(first, { primaryEmail }),
    planter.serverUser(other, { primaryEmail }),
  ] as const;
  const clouds = [
    planter.cloudLicense({}, [accounts[0]]),
    planter.cloudLicense(second(planter), [accounts[1]]),
  ] as const;
  planter.person('cloud-account', [clouds[0], accounts[0]]);
  planter.person('cloud-account', [clouds[1], accounts[1]]);
  planter.anomaly('ambiguous', [...clouds, ...accounts]);
}

function second(planter: Planter): { readonly login: string; readonly verifiedEmails: readonly string[] } {
  return { login: `${planter.identity.login}-b`, verifiedEmails: [planter.address('other')] };
}
