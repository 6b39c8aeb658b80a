import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { BUNDLING, bundleFunction } from '../../../cdk/constructs/function-code.ts';
import { lambdaNodeOptions } from '../../../cdk/local/functions/lambda-node-options.ts';
import { bytesAtStart, FUNCTION_FOLDERS, packagesAtStart } from '../../support/bundles.ts';
import { bundleBareHandler, USUAL_BUNDLING } from './bare-handler.ts';

const START_PROCESS = fileURLToPath(new URL('./start-process.mjs', import.meta.url));

/** The least that a function has: options of Node differ with the memory, by nothing that a start could feel. */
const MEMORY_MB = 256;

const startSchema = z.object({ ms: z.number(), cpuMs: z.number() });

export type Start = z.infer<typeof startSchema>;

/** What is compared: the function, a bare handler bundled as usual, and one bundled as the function is. */
export const VARIANTS = ['function', 'bare', 'bareAlike'] as const;

export type Variant = (typeof VARIANTS)[number];

export interface FunctionStarts {
  readonly folder: string;
  /** Without one, the bare handler is Node itself. */
  readonly hasClients: boolean;
  readonly bytesAtStart: number;
  readonly starts: Readonly<Record<Variant, readonly Start[]>>;
}

export interface StartMeasurements {
  readonly rounds: number;
  readonly functions: readonly FunctionStarts[];
}

interface Candidate extends Omit<FunctionStarts, 'starts'> {
  readonly files: Readonly<Record<Variant, string>>;
  readonly starts: Readonly<Record<Variant, Start[]>>;
}

export async function measureStarts(directory: string, rounds: number): Promise<StartMeasurements> {
  const candidates: Candidate[] = [];
  for (const folder of FUNCTION_FOLDERS) candidates.push(await candidate(folder, join(directory, folder)));
  // In turn, so that what else the machine does meets all alike. The first round is thrown away: it fills its caches.
  for (let round = 0; round <= rounds; round++) {
    for (const { files, starts } of candidates) {
      for (const variant of VARIANTS) {
        const start = startOnce(files[variant]);
        if (round > 0) starts[variant].push(start);
      }
    }
  }
  return { rounds, functions: candidates.map(({ files, ...measured }) => measured) };
}

async function candidate(folder: string, directory: string): Promise<Candidate> {
  const outdir = join(directory, 'function');
  const metafile = bundleFunction(folder, outdir);
  const packages = packagesAtStart(metafile);
  const bare = await bundleBareHandler(packages, join(directory, 'bare'), USUAL_BUNDLING);
  const bareAlike = await bundleBareHandler(packages, join(directory, 'bare-alike'), BUNDLING);
  return {
    folder,
    hasClients: [...packages].some((name) => name.startsWith('@aws-sdk/client-')),
    bytesAtStart: bytesAtStart(metafile),
    files: { function: join(outdir, 'index.mjs'), bare: bare.file, bareAlike: bareAlike.file },
    starts: { function: [], bare: [], bareAlike: [] },
  };
}

function startOnce(file: string): Start {
  const output = execFileSync(process.execPath, [...lambdaNodeOptions(MEMORY_MB), START_PROCESS, file], {
    env: { AWS_REGION: 'us-east-1', LANG: 'en_US.UTF-8', TZ: 'UTC' },
    encoding: 'utf8',
  });
  return startSchema.parse(JSON.parse(output));
}
