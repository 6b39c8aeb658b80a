import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BUNDLING } from '../../../cdk/constructs/function-code.ts';
import { PROCESS_VARIABLES } from '../../../cdk/constructs/process-variables.ts';
import { lambdaNodeOptions } from '../../../cdk/local/functions/lambda-node-options.ts';
import type { Differences } from './differences.ts';
import type { JobFiles } from './job-files.ts';
import { prepareModule, runModule, runScript, type WayModule, type WayRun } from './way.ts';

export const WAY_NAMES = ['ours', 'ours-with-findings', 'json-parse', 'naive', 'duckdb', 'jq'] as const;

export type WayName = (typeof WAY_NAMES)[number];

/** Those that compare people with a state before; the others count them, or parse and no more. */
const COMPARING: ReadonlySet<WayName> = new Set(['ours', 'ours-with-findings', 'naive']);

export interface Way {
  readonly name: WayName;
  /** Writes the state before, which runs find. Null for a way that compares with none. */
  readonly prepare: ((files: JobFiles) => Promise<Differences>) | null;
  readonly run: (files: JobFiles) => Promise<WayRun>;
}

/** Lambda gives a function of this memory one processor. */
const MEMORY_MB = 1769;

const AS_DEPLOYED = { nodeOptions: lambdaNodeOptions(MEMORY_MB), variables: PROCESS_VARIABLES };

/** Whoever parses files whole needs more. The young objects have the same room as in a function: it makes them faster. */
const LARGE_HEAP = [...lambdaNodeOptions(MEMORY_MB), '--max-old-space-size=12288'];

/** GNU time counts what the processes of the script take. */
const SCRIPT_TOOLS = ['jq', 'time'];

export interface PreparedWays {
  readonly ways: readonly Way[];
  /** Sentences about those that cannot run here. */
  readonly skipped: readonly string[];
}

/** Bundles what is written in TypeScript into the directory, as functions are. States before are written there too. */
export async function prepareWays(names: readonly WayName[], directory: string): Promise<PreparedWays> {
  const entryPoints = [...COMPARING].map((name) => wayFile(`${name}.ts`));
  await build({ ...BUNDLING, entryPoints, outdir: directory, entryNames: '[name]' });
  const missing = names.includes('jq') ? SCRIPT_TOOLS.filter(isMissing) : [];
  const runnable = missing.length === 0 ? names : names.filter((name) => name !== 'jq');
  return {
    ways: runnable.map((name) => wayNamed(name, directory)),
    skipped: missing.map((tool) => `SKIPPED: the script with jq, since ${tool} is not installed`),
  };
}

function wayNamed(name: WayName, directory: string): Way {
  if (name === 'jq') return { name, prepare: null, run: (files) => runScript(files, directory) };
  const moduleFor = (files: JobFiles): WayModule => moduleOf(name, files, directory);
  return {
    name,
    prepare: COMPARING.has(name) ? (files) => prepareModule(moduleFor(files)) : null,
    run: (files) => runModule(moduleFor(files)),
  };
}

function moduleOf(name: Exclude<WayName, 'jq'>, files: JobFiles, directory: string): WayModule {
  const bundle = join(directory, `${name}.mjs`);
  const { exports, licenses, licenseParts } = files;
  const state = join(directory, `${name}.state`);
  const inOneFile = { exports, licenses: [licenses], state };
  const inParts = { exports, licenses: licenseParts, state };
  switch (name) {
    case 'ours':
    case 'ours-with-findings':
      return { path: bundle, files: inOneFile, ...AS_DEPLOYED };
    case 'json-parse':
      return { path: wayFile('json-parse.mjs'), files: inParts, nodeOptions: LARGE_HEAP };
    case 'naive':
      return { path: bundle, files: inParts, nodeOptions: LARGE_HEAP };
    case 'duckdb':
      return { path: wayFile('duckdb.mjs'), files: inOneFile, nodeOptions: [] };
    default:
      return name satisfies never;
  }
}

function wayFile(name: string): string {
  return fileURLToPath(new URL(`ways/${name}`, import.meta.url));
}

function isMissing(tool: string): boolean {
  return spawnSync(tool, ['--version']).status !== 0;
}
