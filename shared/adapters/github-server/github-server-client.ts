import type { ServerConnection } from '../../contracts/github-connections.ts';
import type { HostName } from '../../domain/host-name.ts';
import type { CrossCheck } from '../../domain/sync-run.ts';
import type { ServerUsageSnapshot } from '../../domain/usage-snapshot.ts';
import type { GitHubServer, PullCall } from '../../github-ports.ts';
import { type Answer, discard } from './answer.ts';
import { AnswerContent } from './answer-content.ts';
import { type Clock, systemClock } from './clock.ts';
import { instanceAgent, TIMEOUTS, type Timeouts } from './instance-agent.ts';
import { InstanceRequests } from './instance-requests.ts';
import { crossChecks } from './instance-totals.ts';
import { Patience } from './patience.ts';
import { failureOfAnswer, serverFailure } from './server-failures.ts';
import { readUsersReport, USERS_REPORT, USERS_REPORT_PATH } from './users-report.ts';

export interface GitHubServerOptions {
  /** Of the report, decompressed. */
  readonly maxReportBytes: number;
  readonly timeouts: Timeouts;
  /** For each of the instance's own totals. */
  readonly totalsTimeoutMs: number;
  readonly clock: Clock;
}

const DEFAULTS: GitHubServerOptions = {
  maxReportBytes: 2 * 1024 ** 3,
  timeouts: TIMEOUTS,
  totalsTimeoutMs: 10_000,
  clock: systemClock,
};

/** Public scripts that ask for the report wait about as long before they ask again. */
const REPORT_PAUSE_MS = 70_000;

/** One server instance by its own API, as a site administrator sees it. */
export class GitHubServerClient implements GitHubServer {
  readonly hostName: HostName;
  readonly #connection: ServerConnection;
  readonly #options: GitHubServerOptions;

  constructor(connection: ServerConnection, options: Partial<GitHubServerOptions> = {}) {
    this.hostName = connection.hostName;
    this.#connection = connection;
    this.#options = { ...DEFAULTS, ...options };
  }

  async usersReport(call: PullCall): Promise<{
    readonly snapshot: ServerUsageSnapshot;
    readonly crossChecks: readonly CrossCheck[];
  }> {
    const { timeouts, clock } = this.#options;
    const { baseUrl } = this.#connection;
    const agent = await instanceAgent(this.#connection, timeouts);
    try {
      const requests = new InstanceRequests(agent, baseUrl, call.onRequest, clock);
      const patience = new Patience(call, clock);
      const snapshot = await this.#whenReady(requests, patience, call);
      return { snapshot, crossChecks: await this.#crossChecks(snapshot, requests, patience, call) };
    } finally {
      await agent.destroy();
    }
  }

  async #whenReady(
    requests: InstanceRequests,
    patience: Patience,
    call: PullCall,
  ): Promise<ServerUsageSnapshot> {
    for (;;) {
      const outcome = await patience.repeat(() => this.#askForReport(requests, call));
      if (outcome.kind === 'ready') return outcome.snapshot;
      await patience.pause(
        outcome.retryAfterMs ?? REPORT_PAUSE_MS,
        serverFailure('report-not-ready', USERS_REPORT, 'HTTP 202'),
      );
    }
  }

  /** An instance that has no report at hand answers 202 and makes one. */
  async #askForReport(requests: InstanceRequests, call: PullCall): Promise<ReportOutcome> {
    const answer = await requests.get({
      asked: USERS_REPORT,
      path: USERS_REPORT_PATH,
      authorization: basicAuthorization(this.#connection),
      accept: 'text/csv',
      signal: call.signal,
    });
    if (answer.status === 200) return { kind: 'ready', snapshot: await this.#read(answer, call) };
    discard(answer);
    if (answer.status === 202) return { kind: 'being-made', retryAfterMs: answer.retryAfterMs };
    throw failureOfAnswer(USERS_REPORT, answer);
  }

  #read(answer: Answer, { observedAt, signal }: PullCall): Promise<ServerUsageSnapshot> {
    return readUsersReport(new AnswerContent(answer, USERS_REPORT, signal), {
      observedAt,
      hostName: this.hostName,
      maxBytes: this.#options.maxReportBytes,
    });
  }

  async #crossChecks(
    { accounts }: ServerUsageSnapshot,
    requests: InstanceRequests,
    patience: Patience,
    call: PullCall,
  ): Promise<CrossCheck[]> {
    const { totalsTimeoutMs: timeoutMs } = this.#options;
    // The deadline in the midst of these two requests would cost the snapshot.
    if (!patience.has(3 * timeoutMs)) return [];
    return crossChecks({ requests, token: this.#connection.token, call, timeoutMs }, accounts);
  }
}

type ReportOutcome =
  | { readonly kind: 'ready'; readonly snapshot: ServerUsageSnapshot }
  | { readonly kind: 'being-made'; readonly retryAfterMs: number | null };

function basicAuthorization({ username, token }: ServerConnection): string {
  return `Basic ${Buffer.from(`${username}:${token}`).toString('base64')}`;
}
