import Bottleneck from 'bottleneck';
import type { GitHubApiVersion } from '../../contracts/github/api-version.ts';
import { licenseSyncStatusAnswer, licenseSyncStatusOf } from '../../contracts/github/license-sync-status.ts';
import type {
  CloudUsageSnapshot,
  LinkedIdentitiesSnapshot,
  ServerUsageSnapshot,
} from '../../domain/usage-snapshot.ts';
import type {
  GitHubEnterprise,
  LicenseSyncStatus,
  PullCall,
  ServerInstallation,
} from '../../github-ports.ts';
import { GitHubClient } from './client.ts';
import { pullConsumedLicenses } from './consumed-licenses.ts';
import { pullLinkedIdentities } from './linked-identities.ts';
import { octokitFor } from './octokit.ts';
import type { Fetch } from './send.ts';
import { pullServerAccounts } from './server-accounts.ts';
import { listServerInstallations } from './server-installations.ts';

/** A page of 100 takes GitHub seconds at worst. */
const REQUEST_TIMEOUT_MS = 60_000;

/**
 * GitHub takes 2,000 points of GraphQL a minute, and a query is one point
 * (docs: rate-limits-and-query-limits-for-the-graphql-api). The throttling plugin takes every POST for a write and
 * lets one pass in a second, which would be half an hour for three large instances.
 */
const SECONDS_BETWEEN_QUERIES = 0.03;

export interface GitHubEnterpriseOptions {
  /** As `githubApiUrl` gives it. */
  readonly apiUrl: string;
  readonly apiVersion: GitHubApiVersion;
  /** Slug. */
  readonly enterprise: string;
  /** A classic one of an enterprise owner, with `read:enterprise` and `read:org`. */
  readonly token: string;
  readonly fetch?: Fetch;
  /** How long a second of waiting is. */
  readonly retryAfterBaseMs?: number;
  readonly requestTimeoutMs?: number;
}

/** The cloud enterprise by GitHub's REST and GraphQL APIs, within GitHub's limits. */
export class OctokitEnterprise implements GitHubEnterprise {
  readonly #options: GitHubEnterpriseOptions;
  readonly #retryAfterBaseMs: number;
  readonly #pace: Bottleneck.Group;

  constructor(options: GitHubEnterpriseOptions) {
    this.#options = options;
    this.#retryAfterBaseMs = options.retryAfterBaseMs ?? 1000;
    this.#pace = new Bottleneck.Group({ minTime: SECONDS_BETWEEN_QUERIES * this.#retryAfterBaseMs });
  }

  consumedLicenses(call: PullCall): Promise<CloudUsageSnapshot> {
    return pullConsumedLicenses(this.#client(call), call.observedAt);
  }

  linkedIdentities(call: PullCall): Promise<LinkedIdentitiesSnapshot> {
    return pullLinkedIdentities(this.#client(call), call.observedAt);
  }

  async licenseSyncStatus(call: PullCall): Promise<readonly LicenseSyncStatus[]> {
    const client = this.#client(call);
    const url = client.url('license-sync-status');
    const { body } = await client.get(url, licenseSyncStatusAnswer, 'license sync status');
    return licenseSyncStatusOf(body, call.observedAt);
  }

  serverInstallations(call: PullCall): Promise<readonly ServerInstallation[]> {
    return listServerInstallations(this.#client(call));
  }

  serverAccounts(
    installation: ServerInstallation & { readonly uploadedAt: string },
    call: PullCall,
  ): Promise<ServerUsageSnapshot> {
    return pullServerAccounts(this.#client(call), installation);
  }

  #client(call: PullCall): GitHubClient {
    const { apiUrl, apiVersion, enterprise, token, fetch, requestTimeoutMs } = this.#options;
    const octokit = octokitFor({
      apiUrl,
      token,
      call,
      fetch: fetch ?? globalThis.fetch,
      timeoutMs: requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
      pace: this.#pace,
      retryAfterBaseMs: this.#retryAfterBaseMs,
    });
    return new GitHubClient(octokit, enterprise, apiVersion, call.signal);
  }
}
