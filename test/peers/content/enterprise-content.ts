import { setImmediate } from 'node:timers/promises';
import type { HostName } from '../../../shared/domain/host-name.ts';
import type { Enterprise } from '../../support/enterprise/enterprise.ts';
import type { PlantedInstance } from '../../support/enterprise/instances.ts';
import type { ConsumedLicense, ServerUser } from '../../support/enterprise/planted.ts';
import type { Seats } from '../../support/enterprise/writers/consumed-licenses-json.ts';
import type { ReportedUser } from '../../support/enterprise/writers/users-report.ts';
import { type WireLicense, wireLicense } from './consumed-license.ts';
import { JsonRecords } from './json-records.ts';
import { type LinkedIdentityFacts, linkedIdentityOf } from './linked-identity.ts';

export interface InstanceContent {
  readonly instance: PlantedInstance;
  /** By user id. */
  readonly users: JsonRecords<ReportedUser>;
  readonly siteAdmins: number;
  readonly suspended: number;
  /** Neither suspended nor of the instance itself. */
  readonly seatsUsed: number;
}

/** All that the peer shows of an enterprise: what is so once the newest file of every source was dropped. */
export interface EnterpriseContent {
  readonly seats: Seats;
  readonly licenses: JsonRecords<WireLicense>;
  readonly identities: JsonRecords<LinkedIdentityFacts>;
  readonly instances: ReadonlyMap<HostName, InstanceContent>;
}

/** Between two rests of the process, which has requests to answer. */
const HUMANS_AT_ONCE = 2_000;

/** Reads the humans once. */
export async function contentOf(enterprise: Enterprise): Promise<EnterpriseContent> {
  const { seatsConsumed, seatsPurchased } = enterprise.truth.usage.github;
  const licenses = new JsonRecords<WireLicense>();
  const identities = new JsonRecords<LinkedIdentityFacts>();
  const instances = new Map(
    enterprise.instances.map((instance) => [instance.hostName, new InstanceTally(instance)]),
  );
  let humans = 0;
  for (const { serverUsers, licenses: rows } of enterprise.humans()) {
    for (const user of serverUsers) if (isShown(user)) instances.get(user.hostName)?.add(user);
    for (const row of rows.filter(isShown)) {
      licenses.push(wireLicense(row));
      const identity = linkedIdentityOf(row);
      if (identity !== null) identities.push(identity);
    }
    if (++humans % HUMANS_AT_ONCE === 0) await setImmediate();
  }
  const seats = { consumed: seatsConsumed ?? 0, purchased: seatsPurchased ?? 0 };
  return { seats, licenses, identities, instances };
}

function isShown({ seen }: ServerUser | ConsumedLicense): boolean {
  return seen !== 'in-older-file';
}

class InstanceTally implements InstanceContent {
  readonly instance: PlantedInstance;
  readonly users = new JsonRecords<ReportedUser>();
  siteAdmins = 0;
  suspended = 0;
  seatsUsed = 0;

  constructor(instance: PlantedInstance) {
    this.instance = instance;
  }

  add(user: ServerUser): void {
    const isSystemUser = user.login === 'ghost' || user.login === 'scim-admin';
    if (user.siteAdmin) this.siteAdmins++;
    if (user.suspended) this.suspended++;
    else if (!isSystemUser) this.seatsUsed++;
    this.users.push(this.#isStateKnown(user) ? user : { ...user, suspended: null, dormant: null });
  }

  /** Where an export is the newest file, nothing tells whether an account that is not in the report is suspended. */
  #isStateKnown({ seen }: ServerUser): boolean {
    return this.instance.files !== 'report-then-export' || seen === 'in-every-file';
  }
}
