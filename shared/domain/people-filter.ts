import { CONSUMPTION_TABLE, type ConsumptionReason } from './consumption.ts';
import { type Deployment, deploymentOf } from './deployment.ts';
import type { HostName } from './host-name.ts';
import type { PersonSummary } from './person-summary.ts';
import { type SourceId, serverSourceId } from './usage-snapshot.ts';

/** Which people of a listing are wanted. Null: whatever. */
export interface PeopleFilter {
  readonly consumes: boolean | null;
  readonly reason: ConsumptionReason | null;
  readonly deployment: Deployment | null;
  /** Who has an account there. */
  readonly source: SourceId | null;
  /** Whether they have accounts on more than one instance. */
  readonly onSeveralInstances: boolean | null;
}

/** All that a filter looks at: few enough kinds that a report can note the kind of everybody. */
export interface PersonKind {
  readonly reason: ConsumptionReason;
  readonly hasCloudAccount: boolean;
  /** Sorted, each once. */
  readonly hostNames: readonly HostName[];
}

export function kindOf({ reason, login, hostNames }: PersonSummary): PersonKind {
  return { reason, hasCloudAccount: login !== null, hostNames };
}

export function fits(
  { reason, hasCloudAccount, hostNames }: PersonKind,
  { consumes, reason: wantedReason, deployment, source, onSeveralInstances }: PeopleFilter,
): boolean {
  return (
    (consumes === null || consumes === CONSUMING.has(reason)) &&
    (wantedReason === null || wantedReason === reason) &&
    (deployment === null || deployment === deploymentOf(hasCloudAccount, hostNames.length > 0)) &&
    (source === null || isOn(source, hasCloudAccount, hostNames)) &&
    (onSeveralInstances === null || onSeveralInstances === hostNames.length > 1)
  );
}

const CONSUMING: ReadonlySet<ConsumptionReason> = new Set(
  CONSUMPTION_TABLE.flatMap(({ reason, consumes }) => (consumes ? [reason] : [])),
);

function isOn(source: SourceId, hasCloudAccount: boolean, hostNames: readonly HostName[]): boolean {
  if (source === 'cloud') return hasCloudAccount;
  return hostNames.some((hostName) => serverSourceId(hostName) === source);
}
