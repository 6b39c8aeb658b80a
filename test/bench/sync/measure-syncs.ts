import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { type LicenseUsageApplication, startApplication } from '../../../cdk/local/application.ts';
import { compareUsage, type Difference } from '../../../cdk/local/demo/compare-usage.ts';
import { type LocalStack, startLocalStack } from '../../../cdk/local/local-stack.ts';
import { readStack } from '../../../cdk/local/template/stack.ts';
import { configSchema } from '../../../functions/sync/config.ts';
import { type SyncRunBody, syncRunSchema, syncRunsSchema } from '../../../shared/contracts/http/sync-runs.ts';
import { usageSchema } from '../../../shared/contracts/http/usage.ts';
import { startGitHubPeer } from '../../peers/github-peer.ts';
import { generateEnterprise } from '../../support/enterprise/enterprise.ts';
import { startLambda } from '../lambda-child.ts';
import { type PlainReading, readPlainly } from './read-plainly.ts';

/** One sync in a process of its own. */
export interface MeasuredSync {
  readonly run: SyncRunBody;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Of the function's process, since it started. */
  readonly peakRssMb: number;
  /** Usage against what was planted. */
  readonly differences: readonly Difference[];
}

export interface SyncMeasurements {
  readonly people: number;
  readonly seed: number;
  readonly memoryMb: number;
  readonly plain: PlainReading;
  /** Into an empty ledger. */
  readonly first: MeasuredSync;
  /** Of the same enterprise. */
  readonly again: MeasuredSync;
}

type Stack = LocalStack<LicenseUsageApplication>;

const answerSchema = z.object({ seconds: z.number(), cpuSeconds: z.number() });

export async function measureSyncs(
  directory: string,
  people: number,
  seed: number,
): Promise<SyncMeasurements> {
  const plain = await readPlainlyFromAnother(people, seed);
  const { truth } = generateEnterprise({ people, seed });
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
  const measure = async (): Promise<MeasuredSync> => {
    const invocation = await invokeSync(stack);
    const usage = usageSchema.parse(await get(stack, '/usage'));
    return {
      ...invocation,
      run: await newestRun(stack),
      differences: compareUsage(usage, truth.usage),
    };
  };
  try {
    const { memoryMb } = definitionOf(stack).sync;
    return { people, seed, memoryMb, plain, first: await measure(), again: await measure() };
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

function definitionOf({ application: { assembly }, ...endpoints }: Stack) {
  const stack = readStack(assembly.template, endpoints);
  const sync = stack.functions.find(({ environment }) => configSchema.safeParse(environment).success);
  if (sync === undefined) throw new Error('the stack has no sync');
  return { sync, deployed: { assembly, stack, endpoints } };
}

/** In a new process, by the event of the weekly rule. */
async function invokeSync(stack: Stack): Promise<Omit<MeasuredSync, 'run' | 'differences'>> {
  const { sync, deployed } = definitionOf(stack);
  const lambda = await startLambda(sync, deployed);
  const event = {
    id: randomUUID(),
    source: 'aws.events',
    'detail-type': 'Scheduled Event',
    time: new Date().toISOString(),
  };
  const { seconds, cpuSeconds } = await lambda.ask({ event, timeoutMs: sync.timeoutMs }, answerSchema);
  const peakRssMb = await lambda.peakRssMb();
  await lambda.stop();
  return { seconds, cpuSeconds, peakRssMb };
}

async function newestRun(stack: Stack): Promise<SyncRunBody> {
  const { sync_runs: runs } = syncRunsSchema.parse(await get(stack, '/sync-runs?per_page=1'));
  return syncRunSchema.parse(await get(stack, `/sync-runs/${runs[0]?.id}`));
}

async function get(stack: Stack, path: string): Promise<unknown> {
  const { ownerToken } = stack.application.peer;
  const response = await fetch(stack.api + path, { headers: { authorization: `Bearer ${ownerToken}` } });
  if (!response.ok) throw new Error(`GET ${path} was answered ${response.status}`);
  return response.json();
}
