import { UNOBSERVED_HOST } from '../instances.ts';
import type { Planter } from '../planter.ts';

/** GitHub still lists an account that its instance no longer has. */
export function goneFromInstance(planter: Planter): void {
  const [host] = planter.hosts(1);
  const gone = planter.unlistedServerUser(host, { primaryEmail: planter.address('server') });
  const cloud = planter.cloudLicense({}, [gone]);
  planter.person('cloud-account', [cloud]);
  planter.anomaly('gone-from-instance', [gone]);
}

/** GitHub counts a seat for an account that is nobody's any more. */
export function goneWithoutCloudAccount(planter: Planter): void {
  const [host] = planter.hosts(1);
  const gone = planter.unlistedServerUser(host, { primaryEmail: planter.address('server') });
  planter.serverLicense([gone]);
  planter.anomaly('gone-from-instance', [gone], 1);
}

/** An account on an instance of which nothing but GitHub's row is known: its state is unknown. */
export function onUnobservedInstance(planter: Planter): void {
  const account = planter.unlistedServerUser(UNOBSERVED_HOST, { primaryEmail: planter.address('work') });
  planter.serverLicense([account]);
  planter.person('server-account-of-unknown-state', [account]);
  planter.anomaly('unknown-state', [account]);
}

export function onUnobservedInstanceWithCloudAccount(planter: Planter): void {
  const account = planter.unlistedServerUser(UNOBSERVED_HOST, { primaryEmail: planter.address('server') });
  planter.person('cloud-account', [planter.cloudLicense({}, [account]), account]);
}

/** The one address of GitHub's row is the primary one of the account there, and joins it with another row's. */
export function onUnobservedInstanceCountedTwice(planter: Planter): void {
  const [host] = planter.hosts(1);
  const primaryEmail = planter.address('work');
  const known = planter.serverUser(host, { primaryEmail });
  const unobserved = planter.unlistedServerUser(UNOBSERVED_HOST, { primaryEmail });
  planter.serverLicense([known]);
  planter.serverLicense([unobserved]);
  planter.person('server-account', [known, unobserved]);
  planter.anomaly('counted-twice', [known, unobserved], 1);
}

/** Suspended where it can be seen; the account that cannot be seen counts as consuming. */
export function onUnobservedInstanceSuspendedElsewhere(planter: Planter): void {
  const [host] = planter.hosts(1);
  const primaryEmail = planter.address('work');
  const account = planter.serverUser(host, { primaryEmail, suspended: true });
  const unobserved = planter.unlistedServerUser(UNOBSERVED_HOST, { primaryEmail });
  planter.serverLicense([account, unobserved]);
  planter.person('server-account-of-unknown-state', [account, unobserved]);
  planter.anomaly('unknown-state', [unobserved]);
}
