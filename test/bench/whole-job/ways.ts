import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BUNDLING } from '../../../cdk/constructs/function-code.ts';
import { lambdaNodeOptions } from '../../../cdk/local/functions/lambda-node-options.ts';
import type { JobFiles } from './job-files.ts';
import { runModule, runScript, type WayFiles, type WayRun } from './way.ts';

export const WAY_NAMES = ['ours', 'json-parse', 'naive', 'duckdb', 'jq'] as const;

export type WayName = (typeof WAY_NAMES)[number];

export interface Way {
  readonly name: WayName;
  readonly run: (files: JobFiles) => Promise<WayRun>;
}

/** Lambda gives a function of this memory one processor. */
const MEMORY_MB = 1769;

/** Whoever parses files whole needs more. The young objects have the same room as in a function: it makes them faster. */
const LARGE_HEAP = [...lambdaNodeOptions(MEMORY_MB), '--max-old-space-size=12288'];

/** GNU time counts what the processes of the script take. */
const SCRIPT_TOOLS = ['jq', 'time'];

export interface PreparedWays {
  readonly ways: readonly Way[];
  /** Sentences about those that cannot run here. */
  readonly skipped: readonly string[];
}

/** Bundles what is written in TypeScript into the directory, as functions are. */
export async function prepareWays(names: readonly WayName[], directory: string): Promise<PreparedWays> {
  const entryPoints = ['ours', 'naive'].map((name) => wayFile(`${name}.ts`));
  await build({ ...BUNDLING, entryPoints, outdir: directory, entryNames: '[name]' });
  const ours = join(directory, 'ours.mjs');
  const naive = join(directory, 'naive.mjs');
  const runs: Readonly<Record<WayName, Way['run']>> = {
    ours: (files) => runModule(ours, inOneFile(files), lambdaNodeOptions(MEMORY_MB)),
    'json-parse': (files) => runModule(wayFile('json-parse.mjs'), inParts(files), LARGE_HEAP),
    naive: (files) => runModule(naive, inParts(files), LARGE_HEAP),
    duckdb: (files) => runModule(wayFile('duckdb.mjs'), inOneFile(files), []),
    jq: (files) => runScript(files, directory),
  };
  const missing = names.includes('jq') ? SCRIPT_TOOLS.filter(isMissing) : [];
  const runnable = missing.length === 0 ? names : names.filter((name) => name !== 'jq');
  return {
    ways: runnable.map((name) => ({ name, run: runs[name] })),
    skipped: missing.map((tool) => `SKIPPED: the script with jq, since ${tool} is not installed`),
  };
}

function inOneFile({ exports, licenses }: JobFiles): WayFiles {
  return { exports, licenses: [licenses] };
}

function inParts({ exports, licenseParts }: JobFiles): WayFiles {
  return { exports, licenses: licenseParts };
}

function wayFile(name: string): string {
  return fileURLToPath(new URL(`ways/${name}`, import.meta.url));
}

function isMissing(tool: string): boolean {
  return spawnSync(tool, ['--version']).status !== 0;
}
