import type { ConsumptionReason } from './consumption.ts';
import type { FindingCounts } from './count-findings.ts';
import type { HostName } from './host-name.ts';
import type { Reconciliation } from './reconciliation.ts';
import type { MergeCounts, SnapshotRef } from './upload.ts';

export interface PeopleCount {
  readonly people: number;
  /** User licenses these people consume. */
  readonly consumed: number;
}

export interface InstanceUsage extends PeopleCount {
  readonly hostName: HostName;
  readonly accounts: number;
}

/** How many licenses are consumed now, and by whom. */
export interface PeopleUsage extends PeopleCount {
  readonly cloudAccounts: number;
  readonly serverAccounts: number;
  readonly byDeployment: {
    readonly cloudOnly: PeopleCount;
    readonly serverOnly: PeopleCount;
    readonly cloudAndServer: PeopleCount;
    /** Unlinked Visual Studio subscriptions: people without any account. */
    readonly none: PeopleCount;
  };
  /** Consumed licenses by type; adds up to `consumed`. */
  readonly byLicenseType: { readonly enterprise: number; readonly visualStudioSubscription: number };
  /** People by reason; adds up to `people`. */
  readonly byReason: Readonly<Record<ConsumptionReason, number>>;
  /** Sorted by host name. A person on several instances counts in each. */
  readonly byInstance: readonly InstanceUsage[];
  /** Those on more than one instance; null where usage is older than this count. */
  readonly onSeveralInstances: PeopleCount | null;
  readonly ambiguities: number;
  /** GitHub's own totals, from the newest channel that gives them. */
  readonly github: { readonly seatsConsumed: number | null; readonly seatsPurchased: number | null };
}

/** ... and what owners should look at or can save on. */
export interface Usage extends PeopleUsage {
  /** Dismissed ones too. Those that are made when read, from what is known of the sources, are not among them. */
  readonly findings: FindingCounts;
  /** Null when GitHub's rows are not known. */
  readonly reconciliation: Reconciliation | null;
}

/** The usage item: committing it is what makes a merge count. */
export interface CommittedUsage {
  readonly usage: Usage;
  /** Counts committed merges; rises by one with each. */
  readonly generation: number;
  readonly mergeId: string;
  readonly mergedAt: string;
  /** The newest observation among those merged. */
  readonly asOf: string;
  /** The snapshots merged, sorted by source, then channel. */
  readonly snapshots: readonly SnapshotRef[];
  readonly counts: MergeCounts;
  /** The merge under whose id the reports of these people and of their licenses are stored. */
  readonly reportId: string;
  /** Of those reports: see `REPORT_FORMAT`. */
  readonly reportFormat: number;
}

/** Usage on one day: that of the day's last merge. */
export interface UsageOnDay {
  /** `YYYY-MM-DD`, in UTC, of the newest observation. */
  readonly day: string;
  readonly asOf: string;
  readonly mergeId: string;
  readonly usage: Usage;
}
