import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** One run of the command in a process of its own, from its start to its end. */
export interface CommandRun {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakRssMb: number;
}

/** As it is packed: `npm run prepare` makes it. */
const COMMAND = join(import.meta.dirname, '../../../dist/license-usage.js');
const TELL_RESOURCES = join(import.meta.dirname, 'tell-resources.mjs');

const resourcesSchema = z.object({ cpuSeconds: z.number(), peakRssMb: z.number() });

/** @param directory takes what the process tells of itself. */
export async function runMeasured(args: readonly string[], directory: string): Promise<CommandRun> {
  const told = join(directory, 'resources.json');
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', TELL_RESOURCES, COMMAND, ...args], {
    env: { ...process.env, RESOURCES_FILE: told },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [status] = await once(child, 'exit');
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`the command ended with status ${status}`);
  return { seconds, ...resourcesSchema.parse(JSON.parse(await readFile(told, 'utf8'))) };
}
