import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startApplication } from '../../../cdk/local/application.ts';
import { compareUsage, type Difference } from '../../../cdk/local/demo/compare-usage.ts';
import { type LocalStack, startLocalStack } from '../../../cdk/local/local-stack.ts';
import { type SyncRunBody, syncRunSchema } from '../../../shared/contracts/http/sync-runs.ts';
import { usageSchema } from '../../../shared/contracts/http/usage.ts';
import { startGitHubPeer } from '../../peers/github-peer.ts';
import { generateEnterprise } from '../../support/enterprise/enterprise.ts';
import { peakRssMb } from '../peak-rss.ts';
import { type PlainReading, readPlainly } from './read-plainly.ts';

/** One sync in a process of its own. */
export interface MeasuredSync {
  readonly run: SyncRunBody;
  readonly seconds: number;
  /** Of the function's process, since it started. */
  readonly peakRssMb: number;
  /** Usage against what was planted. */
  readonly differences: readonly Difference[];
}

export interface SyncMeasurements {
  readonly people: number;
  readonly seed: number;
  readonly plain: PlainReading;
  /** Into an empty ledger. */
  readonly first: MeasuredSync;
  /** Of the same enterprise. */
  readonly again: MeasuredSync;
}

const FUNCTION = /^SyncFunction/;
const POLL_MS = 200;

export async function measureSyncs(
  directory: string,
  people: number,
  seed: number,
): Promise<SyncMeasurements> {
  const plain = await readPlainlyFromAnother(people, seed);
  const stack = await startLocalStack({
    dataDirectory: join(directory, 'data'),
    apiPort: 0,
    s3Port: 0,
    fresh: true,
    application: (data) => startApplication(data, { people, seed }),
    scheduleEverySeconds: null,
    log: (line) => process.stderr.write(`${line}\n`),
    onFunctionOutput: () => undefined,
    onFailure: (reason) => process.stderr.write(`${reason}\n`),
  });
  try {
    const { truth } = generateEnterprise({ people, seed });
    const measure = async (): Promise<MeasuredSync> => {
      const run = await sync(stack);
      const usage = usageSchema.parse(await get(stack, '/usage'));
      return {
        run,
        seconds: (Date.parse(run.ended_at ?? '') - Date.parse(run.started_at ?? '')) / 1000,
        peakRssMb: await peakOfSync(stack),
        differences: compareUsage(usage, truth.usage),
      };
    };
    const first = await measure();
    await endProcesses(stack);
    return { people, seed, plain, first, again: await measure() };
  } finally {
    await stack.stop();
  }
}

/** From a peer of its own: the other one counts requests against the limit of an hour, as GitHub does. */
async function readPlainlyFromAnother(people: number, seed: number): Promise<PlainReading> {
  const peer = await startGitHubPeer({ enterprise: 'acme', people, seed });
  try {
    return await readPlainly(peer);
  } finally {
    await peer.close();
  }
}

async function sync(stack: LocalStack): Promise<SyncRunBody> {
  const { id } = syncRunSchema.parse(await ask(stack, '/sync-now', 'POST'));
  for (;;) {
    await pause(POLL_MS);
    const run = syncRunSchema.parse(await get(stack, `/sync-runs/${id}`));
    if (run.ended_at !== null) return run;
    if (run.state === 'interrupted') throw new Error('the sync was interrupted');
  }
}

/** So that the next sync has a new process, as at a cold start. */
async function endProcesses(stack: LocalStack): Promise<void> {
  const isAlive = () => Object.values(stack.workers()).flat().length > 0;
  stack.killWorkers();
  while (isAlive()) await pause(POLL_MS);
}

async function peakOfSync(stack: LocalStack): Promise<number> {
  const peaks = Object.entries(stack.workers())
    .filter(([name]) => FUNCTION.test(name))
    .flatMap(([, pids]) => pids.map(peakRssMb));
  return Math.max(...(await Promise.all(peaks)));
}

function get(stack: LocalStack, path: string): Promise<unknown> {
  return ask(stack, path, 'GET');
}

async function ask(stack: LocalStack, path: string, method: 'GET' | 'POST'): Promise<unknown> {
  const { token } = stack.application.runFile;
  const response = await fetch(stack.api + path, { method, headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}`);
  return response.json();
}
