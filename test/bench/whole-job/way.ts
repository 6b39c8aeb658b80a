import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { Child } from '../child.ts';
import type { JobFiles } from './job-files.ts';

/** What a way in Node is given: consumed licenses are in several files when one would not fit into a string. */
export interface WayFiles {
  readonly exports: readonly string[];
  readonly licenses: readonly string[];
}

/** One way of the job, once, in a process of its own. */
export interface WayRun {
  readonly seconds: number;
  /** Of user and system, of all threads. */
  readonly cpuSeconds: number;
  /** Of the largest process, as the operating system counts it. */
  readonly peakRssMb: number;
  /** Null when it counts none. */
  readonly people: number | null;
}

const answerSchema = z.object({
  seconds: z.number(),
  cpuSeconds: z.number(),
  people: z.int().nullable(),
});

/** Runs a module that exports `countPeople`; what Node takes to start and to load the module is not counted. */
export async function runModule(
  module: string,
  files: WayFiles,
  nodeOptions: readonly string[],
): Promise<WayRun> {
  const child = new Child({
    file: 'whole-job/way-process.mjs',
    args: [module, JSON.stringify(files)],
    execArgv: nodeOptions,
  });
  const answer = await child.answer(answerSchema);
  const peakRssMb = await child.peakRssMb();
  await child.stop();
  return { ...answer, peakRssMb };
}

const SCRIPT = fileURLToPath(new URL('ways/primary-addresses.sh', import.meta.url));

const timeSchema = z.tuple([z.coerce.number(), z.coerce.number(), z.coerce.number(), z.coerce.number()]);

/** Runs the script under GNU time. */
export async function runScript({ licenses, exports }: JobFiles, directory: string): Promise<WayRun> {
  const told = join(directory, 'time.txt');
  const time = ['--format', '%e %U %S %M', '--output', told];
  const { stdout } = await promisify(execFile)('time', [...time, SCRIPT, licenses, ...exports]);
  const [seconds, user, system, kilobytes] = timeSchema.parse((await readFile(told, 'utf8')).split(' '));
  return { seconds, cpuSeconds: user + system, peakRssMb: kilobytes / 1024, people: Number(stdout) };
}
