import type { Planter } from '../planter.ts';

export function dormant(planter: Planter): void {
  const [host] = planter.hosts(1);
  const account = planter.serverUser(host, { primaryEmail: planter.address('work'), dormant: true });
  planter.serverLicense([account]);
  planter.person('dormant-server-account', [account]);
  planter.anomaly('dormant-and-consuming', [account], 1);
}

export function dormantOnOneInstance(planter: Planter): void {
  const [first, second] = planter.hosts(2);
  const primaryEmail = planter.address('work');
  const accounts = [
    planter.serverUser(first, { primaryEmail, dormant: true }),
    planter.serverUser(second, { primaryEmail }),
  ];
  planter.serverLicense(accounts);
  planter.person('server-account', accounts);
}

export function suspended(planter: Planter): void {
  const [host] = planter.hosts(1);
  const primaryEmail = planter.address('work');
  const account = planter.serverUser(host, {
    primaryEmail,
    suspended: true,
    dormant: planter.random.chance(50),
  });
  planter.person('suspended', [account]);
}

export function suspendedEverywhere(planter: Planter): void {
  const [first, second] = planter.hosts(2);
  const primaryEmail = planter.address('work');
  planter.person('suspended', [
    planter.serverUser(first, { primaryEmail, suspended: true }),
    planter.serverUser(second, { primaryEmail, suspended: true }),
  ]);
}

export function suspendedOnOneInstance(planter: Planter): void {
  const [first, second] = planter.hosts(2);
  const primaryEmail = planter.address('work');
  const active = planter.serverUser(second, { primaryEmail });
  planter.serverLicense([active]);
  planter.person('server-account', [planter.serverUser(first, { primaryEmail, suspended: true }), active]);
}

/** The cloud account consumes by itself. */
export function suspendedWithCloudAccount(planter: Planter): void {
  const [host] = planter.hosts(1);
  const primaryEmail = planter.address('work');
  const account = planter.serverUser(host, { primaryEmail, suspended: true });
  planter.person('cloud-account', [planter.cloudLicense({ verifiedEmails: [primaryEmail] }), account]);
}

/** GitHub counts the account until its instance is synced again. */
export function suspendedAfterSync(planter: Planter): void {
  const [host] = planter.hosts(1);
  const account = planter.serverUser(host, { primaryEmail: planter.address('work'), suspended: true });
  planter.serverLicense([account]);
  planter.person('suspended', [account]);
  planter.anomaly('counted-without-consuming', [account], 1);
}

/** Newer than the report, and an export does not tell who is suspended. */
export function joinedAfterReport(planter: Planter): void {
  const host = planter.hostWith('report-then-export');
  const primaryEmail = planter.address('work');
  const account = planter.serverUser(host, { primaryEmail, seen: 'in-newer-file' });
  planter.serverLicense([account]);
  planter.person('server-account-of-unknown-state', [account]);
  planter.anomaly('unknown-state', [account]);
}

export function joinedAfterExport(planter: Planter): void {
  const host = planter.hostWith('export-then-report');
  const primaryEmail = planter.address('work');
  const account = planter.serverUser(host, { primaryEmail, seen: 'in-newer-file' });
  planter.serverLicense([account]);
  planter.person('server-account', [account]);
}

/** The older file of the instance has the account, the newer one has not: it is nobody's. */
export function leftTheInstance(planter: Planter): void {
  const host = planter.hostWith('export-then-report', 'report-then-export');
  planter.serverUser(host, { primaryEmail: planter.address('work'), seen: 'in-older-file' });
}
