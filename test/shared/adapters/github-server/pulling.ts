import type { Clock } from '../../../../shared/adapters/github-server/clock.ts';
import {
  GitHubServerClient,
  type GitHubServerOptions,
} from '../../../../shared/adapters/github-server/github-server-client.ts';
import { parseConnections } from '../../../../shared/contracts/github-connections.ts';
import { PullError } from '../../../../shared/domain/pull-error.ts';
import type { PullFailure } from '../../../../shared/domain/sync-run.ts';
import type { ServerUsageSnapshot } from '../../../../shared/domain/usage-snapshot.ts';

export const USERNAME = 'sentinel-admin';
export const TOKEN = 'ghp_sentinelTOKEN0123456789';
export const BASIC = `Basic ${Buffer.from(`${USERNAME}:${TOKEN}`).toString('base64')}`;

export const HEADER =
  'created_at,id,login,email,role,suspended?,last_logged_ip,repos,ssh_keys,org_memberships,dormant?,' +
  'last_active,raw_login,2fa_enabled?\n';

/** A site admin, the `ghost`, somebody dormant and somebody suspended. */
export const REPORT = `${HEADER}${[
  row(2, 'mona', 'Mona@Example.com', 'admin', false, false),
  row(1, 'ghost', '', 'user', false, false),
  row(3, 'hubot', 'hubot@example.com', 'user', false, true),
  row(4, 'lisa', 'lisa@example.com', 'user', true, false),
].join('')}`;

export function row(
  id: number,
  login: string,
  email: string,
  role: string,
  suspended: boolean,
  dormant: boolean,
): string {
  const rawLogin = `"{""login"":""${login}"",\n""ip"":""10.0.0.9""}"`;
  return `2021-01-01T00:00:00Z,${id},${login},${email},${role},${suspended},10.0.0.9,1,2,3,${dormant},2026-01-01,${rawLogin},true\n`;
}

/** Time passes in pauses only. */
export class FakeClock implements Clock {
  readonly pauses: number[] = [];
  #now = Date.UTC(2026, 2, 1);

  now(): number {
    return this.#now;
  }

  async pause(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.pauses.push(ms);
    this.#now += ms;
  }
}

export interface PullRequest extends Partial<GitHubServerOptions> {
  readonly caCertificate?: string;
  readonly signal?: AbortSignal;
  /** From now on. */
  readonly timeLeftMs?: number;
}

/** Pulls the users report, and tells how. */
export async function pull(origin: string, request: PullRequest = {}) {
  const { caCertificate, signal = new AbortController().signal, timeLeftMs = 600_000, ...options } = request;
  const clock = new FakeClock();
  const client = new GitHubServerClient(connectionTo(origin, caCertificate), { clock, ...options });
  let requests = 0;
  const result = await client
    .usersReport({
      observedAt: '2026-03-01T00:00:00.000Z',
      deadlineMs: clock.now() + timeLeftMs,
      signal,
      onRequest: () => {
        requests += 1;
      },
    })
    .catch((error: unknown) => error);
  return { result, requests, pauses: clock.pauses };
}

export function snapshotOf({ result }: { readonly result: unknown }): ServerUsageSnapshot {
  if (typeof result === 'object' && result !== null && 'snapshot' in result) {
    return result.snapshot as ServerUsageSnapshot;
  }
  throw result;
}

export function failureOf({ result }: { readonly result: unknown }): PullFailure | null {
  return result instanceof PullError ? result.failure : null;
}

function connectionTo(origin: string, caCertificate: string | undefined) {
  const instance = {
    host_name: 'ghe.example.com',
    username: USERNAME,
    token: TOKEN,
    base_url: origin,
    ...(caCertificate === undefined ? {} : { ca_certificate: caCertificate }),
  };
  const [connection] = parseConnections(JSON.stringify({ server_instances: [instance] })).serverInstances;
  if (connection === undefined) throw new Error('the secret names one instance');
  return connection;
}
