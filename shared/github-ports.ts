import type { HostName } from './domain/host-name.ts';
import type { CrossCheck, GitHubConnectSync } from './domain/sync-run.ts';
import type {
  CloudUsageSnapshot,
  LinkedIdentitiesSnapshot,
  ServerInstance,
  ServerUsageSnapshot,
} from './domain/usage-snapshot.ts';

/** What a request to GitHub needs besides its target. */
export interface PullCall {
  /** When the pull began: ISO 8601 in UTC with milliseconds. */
  readonly observedAt: string;
  /** Waits for rate limits and reports must end before, in milliseconds since the epoch. */
  readonly deadlineMs: number;
  /** Aborts at the deadline. */
  readonly signal: AbortSignal;
  /** Called once for every request sent. */
  readonly onRequest: () => void;
}

/** A server instance as the cloud enterprise lists it. */
export interface ServerInstallation {
  /** GitHub's node id. */
  readonly id: string;
  readonly hostName: HostName;
  /** When its usage was last uploaded with success; null when it never was. */
  readonly uploadedAt: string | null;
}

export interface LicenseSyncStatus {
  readonly instance: ServerInstance;
  readonly sync: GitHubConnectSync;
}

/**
 * The cloud enterprise by its API. Every snapshot is complete, or the call throws PullError. Nothing in a thrown
 * error tells a token or an address.
 */
export interface GitHubEnterprise {
  consumedLicenses(call: PullCall): Promise<CloudUsageSnapshot>;
  linkedIdentities(call: PullCall): Promise<LinkedIdentitiesSnapshot>;
  licenseSyncStatus(call: PullCall): Promise<readonly LicenseSyncStatus[]>;
  serverInstallations(call: PullCall): Promise<readonly ServerInstallation[]>;
  /** Observed when the installation last uploaded its usage: GitHub shows what that upload held. */
  serverAccounts(
    installation: ServerInstallation & { readonly uploadedAt: string },
    call: PullCall,
  ): Promise<ServerUsageSnapshot>;
}

/** One server instance by its own API. */
export interface GitHubServer {
  readonly hostName: HostName;
  /** Its users report, with what the instance tells of itself as cross-checks where it does. Throws PullError. */
  usersReport(call: PullCall): Promise<{
    readonly snapshot: ServerUsageSnapshot;
    readonly crossChecks: readonly CrossCheck[];
  }>;
}

/** What the operator has configured to be pulled. Throws ConnectionsError when that cannot be read. */
export interface GitHubConnections {
  connect(): Promise<{
    readonly enterprise: GitHubEnterprise | null;
    readonly servers: readonly GitHubServer[];
  }>;
}

/** Whether the owner of a token is an owner of the enterprise. */
export type OwnerCheck =
  | { readonly verdict: 'owner'; readonly login: string }
  /** GitHub does not know the token. */
  | { readonly verdict: 'unauthenticated' }
  /** GitHub knows the token, and it is not an owner's or may not see the enterprise. */
  | { readonly verdict: 'forbidden' }
  /** GitHub could not be asked. */
  | { readonly verdict: 'unavailable' };

export interface EnterpriseOwners {
  check(token: string): Promise<OwnerCheck>;
}
