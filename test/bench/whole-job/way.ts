import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { Child } from '../child.ts';
import { type Differences, differencesSchema } from './differences.ts';
import type { JobFiles } from './job-files.ts';

/** What a way in Node is given: consumed licenses are in several files when one would not fit into a string. */
export interface WayFiles {
  readonly exports: readonly string[];
  readonly licenses: readonly string[];
  /** Path of the state before, as the way wrote it; of no meaning to a way that compares with none. */
  readonly state: string;
}

const wayResult = z.object({
  /** Null when it counts none. */
  people: z.int().nullable(),
  /** From the state before; null when it compares with none. */
  differences: differencesSchema.nullable(),
});

export type WayResult = z.infer<typeof wayResult>;

/** One way of the job, once, in a process of its own. */
export interface WayRun extends WayResult {
  readonly seconds: number;
  /** Of user and system, of all threads. */
  readonly cpuSeconds: number;
  /** Of the largest process, as the operating system counts it. */
  readonly peakRssMb: number;
}

const runAnswer = z.object({ seconds: z.number(), cpuSeconds: z.number(), result: wayResult });
const prepareAnswer = z.object({ result: differencesSchema });

/** A way that is a module which exports `comparePeople`, and `prepareState` if it compares with a state before. */
export interface WayModule {
  readonly path: string;
  readonly files: WayFiles;
  readonly nodeOptions: readonly string[];
  /** Beside those of this process. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** What Node takes to start and to load the module is not counted. */
export async function runModule(module: WayModule): Promise<WayRun> {
  const child = childFor(module, 'comparePeople');
  const { result, ...times } = await child.answer(runAnswer);
  const peakRssMb = await child.peakRssMb();
  await child.stop();
  return { ...result, ...times, peakRssMb };
}

/** Writes the state before. Returns how many people differ from it. */
export async function prepareModule(module: WayModule): Promise<Differences> {
  const child = childFor(module, 'prepareState');
  const { result } = await child.answer(prepareAnswer);
  await child.stop();
  return result;
}

function childFor({ path, files, nodeOptions, variables }: WayModule, task: string): Child {
  const args = [path, task, JSON.stringify(files)];
  const env = { ...process.env, ...variables };
  return new Child({ file: 'whole-job/way-process.mjs', args, execArgv: nodeOptions, env });
}

const SCRIPT = fileURLToPath(new URL('ways/primary-addresses.sh', import.meta.url));

const timeSchema = z.tuple([z.coerce.number(), z.coerce.number(), z.coerce.number(), z.coerce.number()]);

/** Runs the script under GNU time. */
export async function runScript({ licenses, exports }: JobFiles, directory: string): Promise<WayRun> {
  const told = join(directory, 'time.txt');
  const time = ['--format', '%e %U %S %M', '--output', told];
  const { stdout } = await promisify(execFile)('time', [...time, SCRIPT, licenses, ...exports]);
  const [seconds, user, system, kilobytes] = timeSchema.parse((await readFile(told, 'utf8')).split(' '));
  const figures = { seconds, cpuSeconds: user + system, peakRssMb: kilobytes / 1024 };
  return { ...figures, people: Number(stdout), differences: null };
}
