import type { Planter } from '../planter.ts';

export function serverOnly(planter: Planter): void {
  const [host] = planter.hosts(1);
  const account = planter.serverUser(host, { primaryEmail: planter.address('work') });
  planter.serverLicense([account]);
  planter.person('server-account', [account]);
}

export function siteAdmin(planter: Planter): void {
  const [host] = planter.hosts(1);
  const account = planter.serverUser(host, { primaryEmail: planter.address('work'), siteAdmin: true });
  planter.serverLicense([account]);
  planter.person('server-account', [account]);
}

export function missingFromGithub(planter: Planter): void {
  const [host] = planter.hosts(1);
  const account = planter.serverUser(host, { primaryEmail: planter.address('work') });
  planter.person('server-account', [account]);
  planter.anomaly('missing-from-github', [account]);
}

export function serverWithoutEmail(planter: Planter): void {
  const [host] = planter.hosts(1);
  const account = planter.serverUser(host, { primaryEmail: null, furtherEmails: [] });
  planter.serverLicense([account]);
  planter.person('server-account', [account]);
}

export function severalInstances(planter: Planter): void {
  const [first, second] = planter.hosts(2);
  const primaryEmail = planter.address('work');
  const accounts = [
    planter.serverUser(first, { primaryEmail }),
    planter.serverUser(second, { primaryEmail }),
  ];
  planter.serverLicense(accounts);
  planter.person('server-account', accounts);
}

export function severalInstancesCountedTwice(planter: Planter): void {
  const [first, second] = planter.hosts(2);
  const primaryEmail = planter.address('work');
  const accounts = [
    planter.serverUser(first, { primaryEmail }),
    planter.serverUser(second, { primaryEmail }),
  ];
  for (const account of accounts) planter.serverLicense([account]);
  planter.person('server-account', accounts);
  planter.anomaly('counted-twice', accounts, 1);
}

/** Nothing but GitHub's row says that these two are one person's. */
export function twoAccountsOnOneInstance(planter: Planter): void {
  const [host] = planter.hosts(1);
  const accounts = [
    planter.serverUser(host, { primaryEmail: planter.address('work') }),
    planter.serverUser(host, {
      primaryEmail: planter.address('other'),
      login: `${planter.identity.login}-admin`,
      furtherEmails: [],
    }),
  ];
  planter.serverLicense(accounts);
  planter.person('server-account', accounts);
}
