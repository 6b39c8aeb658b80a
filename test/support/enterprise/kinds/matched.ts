import type { Planter } from '../planter.ts';

export function matchedByGithub(planter: Planter): void {
  const [first, second] = planter.hosts(2);
  const accounts = [planter.serverUser(first, { primaryEmail: planter.address('server') })];
  if (planter.random.chance(40)) {
    accounts.push(planter.serverUser(second, { primaryEmail: planter.address('work') }));
  }
  planter.person('cloud-account', [planter.cloudLicense({}, accounts), ...accounts]);
}

export function matchedByGithubWithoutEmail(planter: Planter): void {
  const [host] = planter.hosts(1);
  const account = planter.serverUser(host, { primaryEmail: null, furtherEmails: [] });
  planter.person('cloud-account', [planter.cloudLicense({}, [account]), account]);
}

/** GitHub's row gives the first account, the address it shares with the second gives the second. */
export function matchedTransitively(planter: Planter): void {
  const [first, second] = planter.hosts(2);
  const primaryEmail = planter.address('server');
  const listed = planter.serverUser(first, { primaryEmail });
  const other = planter.serverUser(second, { primaryEmail });
  const cloud = planter.cloudLicense({}, [listed]);
  planter.serverLicense([other]);
  planter.person('cloud-account', [cloud, listed, other]);
  planter.anomaly('counted-twice', [cloud, other], 1);
}

export function matchedByLinkedIdentity(planter: Planter): void {
  const email = planter.address('work');
  plantMatchMissedByGithub(planter, email, { samlNameId: email });
}

export function matchedByVerifiedEmail(planter: Planter): void {
  const email = planter.address('work');
  plantMatchMissedByGithub(planter, email, { verifiedEmails: [planter.address('cloud'), email] });
}

/** `Mona@Example.com` and `mona@example.com` are one address. */
export function matchedDespiteCase(planter: Planter): void {
  const email = planter.address('work');
  const [head = '', ...tail] = email;
  const spelled = planter.random.pick([email.toUpperCase(), head.toUpperCase() + tail.join('')]);
  if (planter.random.chance(50)) plantMatchMissedByGithub(planter, spelled, { samlNameId: email });
  else plantMatchMissedByGithub(planter, email, { verifiedEmails: [spelled] });
}

export function matchedDespiteSpaces(planter: Planter): void {
  const email = planter.address('work');
  plantMatchMissedByGithub(planter, ` ${email} `, { samlNameId: `${email} ` });
}

/** One letter, or a letter and its accent: the same text to a reader and other bytes. */
export function matchedDespiteUnicodeForm(planter: Planter): void {
  const email = `zoë.${planter.address('work')}`;
  plantMatchMissedByGithub(planter, email.normalize('NFD'), { verifiedEmails: [email.normalize('NFC')] });
}

/** A cloud account and a server account with this primary address, of which GitHub makes two rows. */
function plantMatchMissedByGithub(
  planter: Planter,
  primaryEmail: string,
  facts: { readonly samlNameId?: string; readonly verifiedEmails?: readonly string[] },
): void {
  const [host] = planter.hosts(1);
  const account = planter.serverUser(host, { primaryEmail });
  const cloud = planter.cloudLicense(facts);
  planter.serverLicense([account]);
  planter.person('cloud-account', [cloud, account]);
  planter.anomaly('counted-twice', [cloud, account], 1);
}
