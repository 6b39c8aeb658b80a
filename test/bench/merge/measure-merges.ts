import { join } from 'node:path';
import type { Assembly } from '../../../cdk/local/assembly.ts';
import { synthesize } from '../../../cdk/local/synthesize.ts';
import { Random } from '../../support/enterprise/random.ts';
import { type Baseline, measureBaseline } from '../baseline.ts';
import { type BenchFile, writeUsageFiles } from '../usage-files.ts';
import { startIngestStack } from './ingest-stack.ts';
import { type Merge, MergeBench, type Processes } from './merge-bench.ts';

/** The same files dropped into an empty stack and then all of them once more, each time in another order. */
export interface Run {
  readonly processes: Processes;
  readonly first: readonly Merge[];
  readonly again: readonly Merge[];
  /** Of the people in the ledger, dates left out, after each half. */
  readonly digests: readonly [string, string];
}

export interface MergeMeasurements {
  readonly accountsPerSource: number;
  readonly seed: number;
  readonly memoryMb: number;
  readonly baselines: readonly Baseline[];
  readonly runs: readonly Run[];
}

interface Setup {
  readonly directory: string;
  readonly files: readonly BenchFile[];
  readonly random: Random;
  readonly assembly: Assembly;
}

export async function measureMerges(
  directory: string,
  accounts: number,
  seed: number,
): Promise<MergeMeasurements> {
  const assembly = await synthesize(join(directory, 'cdk.out'), { enterprise: 'acme' });
  const files = await writeUsageFiles(directory, accounts, seed);
  const setup = { directory, files, random: new Random(seed), assembly };
  const baselines = [];
  for (const file of files) baselines.push(await measureBaseline(file));
  const cold = await measureRun('one-per-merge', setup);
  const warm = await measureRun('one-for-all', setup);
  return {
    accountsPerSource: accounts,
    seed,
    memoryMb: cold.memoryMb,
    baselines,
    runs: [cold.run, warm.run],
  };
}

async function measureRun(
  processes: Processes,
  { directory, files, random, assembly }: Setup,
): Promise<{ run: Run; memoryMb: number }> {
  const stack = await startIngestStack(assembly, join(directory, processes));
  const bench = new MergeBench(stack, processes);
  const first = await bench.merge(random.shuffled(files));
  const afterFirst = await bench.ledgerDigest();
  const again = await bench.merge(random.shuffled(files));
  const afterAgain = await bench.ledgerDigest();
  await bench.stop();
  await stack.stop();
  return { run: { processes, first, again, digests: [afterFirst, afterAgain] }, memoryMb: stack.memoryMb };
}
