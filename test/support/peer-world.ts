import { setTimeout as pause } from 'node:timers/promises';
import { ulid } from 'ulid';
import { sync } from '../../functions/sync/sync.ts';
import type { SyncContext } from '../../functions/sync/sync-context.ts';
import { syncObserver } from '../../functions/sync/sync-observer.ts';
import type { HoldPolicy } from '../../shared/domain/hold.ts';
import { DEFAULT_SEAT_SHARES } from '../../shared/domain/seat-shares.ts';
import { type Pull, type PullKind, SYNC_LEASE_MS, type SyncRun } from '../../shared/domain/sync-run.ts';
import { entriesOf, type SourceId, serverSourceId, sourceIdOf } from '../../shared/domain/usage-snapshot.ts';
import type { GitHubConnections, GitHubEnterprise, GitHubServer } from '../../shared/github-ports.ts';
import { isRetryable } from '../../shared/runtime/failures.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { createMetrics } from '../../shared/runtime/metrics.ts';
import { type GitHubPeer, startGitHubPeer } from '../peers/github-peer.ts';
import type { PeerRequest } from '../peers/http/peer-request.ts';
import type { Enterprise } from './enterprise/enterprise.ts';
import { InMemoryLease } from './fakes/in-memory-lease.ts';
import { InMemorySyncRunLog } from './fakes/in-memory-sync-run-log.ts';
import { MergeWorld } from './merge-world.ts';
import { clientsOf, pullAll } from './peer-clients.ts';
import { type Fault, faultOf, type PeerPlan } from './peer-faults.ts';
import { syncRunOf } from './sync-runs.ts';

/** How the peer answered a request. */
export type Exchange = Pick<PeerRequest, 'source' | 'operation'> & { readonly fault: Fault | null };

/** What complete snapshots hold, by `<source> <channel>`. */
export type Contents = ReadonlyMap<string, Iterable<unknown>>;

export interface Attempt {
  readonly plan: PeerPlan;
  /** How many of the instances are configured to be asked for their users report. */
  readonly reporting: number;
  readonly acceptRemovals: boolean;
}

/** Everything is asked for and answered, and removals are accepted. */
export const GOOD_ATTEMPT: Attempt = { plan: {}, reporting: 3, acceptRemovals: true };

export const NOTHING_HELD: HoldPolicy = { maxRemovedShare: 1, maxRemovedAccounts: Number.POSITIVE_INFINITY };

type PullKey = Pick<Pull, 'kind' | 'source'>;

/** Pulled once: they do not change. */
const knownContents = new WeakMap<Enterprise, Promise<Contents>>();

const observer = syncObserver(createLogger('sync'), createMetrics('sync'));

/** A whole sync, of which only the stores are in memory: its clients talk to a peer that may fail. */
export class PeerWorld {
  readonly stores = new MergeWorld();
  readonly runs = new InMemorySyncRunLog();
  readonly peer: GitHubPeer;
  /** What the pulls of all runs failed with. */
  readonly errors: unknown[] = [];
  /** Of complete snapshots of what the peer shows now. */
  contents: Contents = new Map();
  /** Of the last run, in their order. */
  exchanges: Exchange[] = [];
  readonly #hold: HoldPolicy;
  readonly #syncLease = new InMemoryLease(SYNC_LEASE_MS);
  /** The exchanges of each pull, by `<kind> <source>`. */
  readonly #byPull = new Map<string, readonly Exchange[]>();

  private constructor(peer: GitHubPeer, hold: HoldPolicy) {
    this.peer = peer;
    this.#hold = hold;
  }

  static async start(hold: HoldPolicy): Promise<PeerWorld> {
    return new PeerWorld(await startGitHubPeer({ enterprise: 'acme', people: 1, seed: 1 }), hold);
  }

  async show(enterprise: Enterprise): Promise<void> {
    await this.peer.show(enterprise);
    // What is shown now was uploaded later than all that was shown before.
    this.peer.faults.next({ kind: 'new-upload' });
    await fetch(this.peer.url);
    const contents = knownContents.get(enterprise) ?? contentsOf(this.peer);
    knownContents.set(enterprise, contents);
    this.contents = await contents;
  }

  /** A weekly run. The peer is honest again after it. */
  async run({ plan, reporting, acceptRemovals }: Attempt): Promise<SyncRun> {
    this.exchanges = [];
    this.#byPull.clear();
    this.peer.faults.clear();
    this.peer.faults.decide((request, n) => {
      const fault = faultOf(plan, request, n);
      this.exchanges.push({ source: request.source, operation: request.operation, fault });
      return fault;
    });
    const [runId, requestedAt] = [ulid(), new Date().toISOString()];
    await this.runs.save(syncRunOf(runId, { trigger: 'weekly', requestedAt, acceptRemovals }));
    const { runs } = this;
    const ports = { ...this.stores, runs, syncLease: this.#syncLease, connections: this.#connect(reporting) };
    const run = await sync({ runId, trigger: 'weekly', requestedAt }, ports, this.#context());
    this.peer.faults.clear();
    return run;
  }

  /** In the last run, in their order. */
  exchangesOf({ kind, source }: PullKey): readonly Exchange[] {
    return this.#byPull.get(`${kind} ${source}`) ?? [];
  }

  close(): Promise<void> {
    return this.peer.close();
  }

  #context(): SyncContext {
    return {
      ...this.stores.context,
      now: Date.now,
      pause,
      timeout: (ms) => AbortSignal.timeout(ms),
      deadlineMs: Date.now() + 900_000,
      isRetryable,
      hold: this.#hold,
      seatShares: DEFAULT_SEAT_SHARES,
      observer: {
        ...observer,
        pullConcluded: (runId, pull, error) => {
          if (error !== undefined) this.errors.push(error);
          observer.pullConcluded(runId, pull, error);
        },
      },
    };
  }

  #connect(reporting: number): GitHubConnections {
    const { enterprise, servers } = clientsOf(this.peer);
    return {
      connect: async () => ({
        enterprise: this.#watchEnterprise(enterprise),
        servers: servers.slice(0, reporting).map((server) => this.#watchServer(server)),
      }),
    };
  }

  #watchEnterprise(enterprise: GitHubEnterprise): GitHubEnterprise {
    const watch = <Answer>(kind: PullKind, answer: Promise<Answer>, source: SourceId = 'cloud') =>
      this.#watch({ kind, source }, 'cloud', answer);
    return {
      consumedLicenses: (call) => watch('consumed-licenses', enterprise.consumedLicenses(call)),
      linkedIdentities: (call) => watch('linked-identities', enterprise.linkedIdentities(call)),
      licenseSyncStatus: (call) => watch('license-sync-status', enterprise.licenseSyncStatus(call)),
      serverInstallations: (call) => watch('server-installations', enterprise.serverInstallations(call)),
      serverAccounts: (installation, call) =>
        watch(
          'server-accounts',
          enterprise.serverAccounts(installation, call),
          serverSourceId(installation.hostName),
        ),
    };
  }

  #watchServer(server: GitHubServer): GitHubServer {
    const source = serverSourceId(server.hostName);
    return {
      hostName: server.hostName,
      usersReport: (call) => this.#watch({ kind: 'users-report', source }, source, server.usersReport(call)),
    };
  }

  /** One pull at a time asks each of the peer's servers. */
  async #watch<Answer>({ kind, source }: PullKey, asked: SourceId, answer: Promise<Answer>): Promise<Answer> {
    const from = this.exchanges.length;
    try {
      return await answer;
    } finally {
      const exchanges = this.exchanges.slice(from).filter((exchange) => exchange.source === asked);
      this.#byPull.set(`${kind} ${source}`, exchanges);
    }
  }
}

async function contentsOf(peer: GitHubPeer): Promise<Contents> {
  const snapshots = await pullAll(clientsOf(peer));
  return new Map(
    snapshots.map((snapshot) => [`${sourceIdOf(snapshot)} ${snapshot.channel}`, entriesOf(snapshot)]),
  );
}
