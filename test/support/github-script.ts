import { setImmediate as nextTurn } from 'node:timers/promises';
import { PullError } from '../../shared/domain/pull-error.ts';
import type { PullFailure } from '../../shared/domain/sync-run.ts';
import type {
  CloudUsageSnapshot,
  LinkedIdentitiesSnapshot,
  ServerUsageSnapshot,
} from '../../shared/domain/usage-snapshot.ts';
import type {
  GitHubConnections,
  GitHubEnterprise,
  GitHubServer,
  LicenseSyncStatus,
  PullCall,
  ServerInstallation,
} from '../../shared/github-ports.ts';
import { cloudSnapshot, host, identitiesSnapshot } from './accounts.ts';

export type Ask<Answer> = (call: PullCall) => Promise<Answer>;

export type UsersReport = Awaited<ReturnType<GitHubServer['usersReport']>>;

/** Turns of the event loop after which whoever has not moved waits for the clock. */
const IDLE_TURNS = 4;

/** What GitHub and the instances answer; nothing, until told otherwise. */
export class GitHubScript implements GitHubConnections {
  isCloudConfigured = true;
  consumedLicenses: Ask<CloudUsageSnapshot> = gives(({ observedAt }) => cloudSnapshot([], { observedAt }));
  linkedIdentities: Ask<LinkedIdentitiesSnapshot> = gives(({ observedAt }) =>
    identitiesSnapshot([], observedAt),
  );
  licenseSyncStatus: Ask<readonly LicenseSyncStatus[]> = gives(() => []);
  serverInstallations: Ask<readonly ServerInstallation[]> = gives(() => []);
  /** By host name. */
  readonly serverAccounts = new Map<string, Ask<ServerUsageSnapshot>>();
  /** By the host names of the configured instances. */
  readonly reports = new Map<string, Ask<UsersReport>>();
  /** What was asked, in order. */
  readonly asked: string[] = [];
  /** By their node ids, in order. */
  readonly installationsAsked: string[] = [];
  /** The most that was asked at once, of the cloud and of the instances. */
  readonly atOnce = { cloud: 0, servers: 0 };
  readonly #underWay = { cloud: 0, servers: 0 };
  readonly #advanceTo: (timeMs: number) => void;
  #moves = 0;

  /** @param advanceTo moves the clock. */
  constructor(advanceTo: (timeMs: number) => void) {
    this.#advanceTo = advanceTo;
  }

  async connect() {
    return {
      enterprise: this.isCloudConfigured ? this.#enterprise() : null,
      servers: [...this.reports.keys()].map((hostName) => this.#server(hostName)),
    };
  }

  /** An answer that never comes. Time goes by once nothing else moves. */
  hangs<Answer>({ obeysSignal }: { obeysSignal: boolean }): Ask<Answer> {
    return async ({ signal, deadlineMs, onRequest }) => {
      onRequest();
      for (let moves = -1, turns = 0; turns < IDLE_TURNS; turns = moves === this.#moves ? turns + 1 : 0) {
        moves = this.#moves;
        await nextTurn();
      }
      this.#advanceTo(deadlineMs);
      if (obeysSignal) signal.throwIfAborted();
      return new Promise<Answer>(() => undefined);
    };
  }

  #enterprise(): GitHubEnterprise {
    const ask = <Answer>(what: string, answer: Ask<Answer>, call: PullCall) =>
      this.#watch('cloud', what, answer, call);
    return {
      consumedLicenses: (call) => ask('consumed-licenses', this.consumedLicenses, call),
      linkedIdentities: (call) => ask('linked-identities', this.linkedIdentities, call),
      licenseSyncStatus: (call) => ask('license-sync-status', this.licenseSyncStatus, call),
      serverInstallations: (call) => ask('server-installations', this.serverInstallations, call),
      serverAccounts: ({ id, hostName }, call) => {
        this.installationsAsked.push(id);
        const answer = this.serverAccounts.get(hostName) ?? fails('not-found');
        return ask(`server-accounts ${hostName}`, answer, call);
      },
    };
  }

  #server(name: string): GitHubServer {
    const answer = this.reports.get(name) ?? fails('not-found');
    return {
      hostName: host(name),
      usersReport: (call) => this.#watch('servers', `users-report ${name}`, answer, call),
    };
  }

  async #watch<Answer>(
    where: 'cloud' | 'servers',
    what: string,
    answer: Ask<Answer>,
    call: PullCall,
  ): Promise<Answer> {
    this.asked.push(what);
    this.#moves++;
    this.#underWay[where]++;
    this.atOnce[where] = Math.max(this.atOnce[where], this.#underWay[where]);
    try {
      return await answer(call);
    } finally {
      this.#moves++;
      this.#underWay[where]--;
    }
  }
}

/** An answer that takes so many requests and a turn of the event loop. */
export function gives<Answer>(answer: (call: PullCall) => Answer, requests = 1): Ask<Answer> {
  return async (call) => {
    for (let request = 0; request < requests; request++) call.onRequest();
    await nextTurn();
    return answer(call);
  };
}

export function fails(failure: PullFailure): Ask<never> {
  return async ({ onRequest }) => {
    onRequest();
    await nextTurn();
    throw new PullError(failure, 'GET something of GitHub');
  };
}
