import { parentPort, workerData } from 'node:worker_threads';
import { fuzz } from './fuzz.ts';
import { FUZZ_TARGETS } from './targets/all.ts';

/** What a worker is asked for. */
export interface FuzzWork {
  readonly target: string;
  readonly seed: number;
  readonly inputs: number;
  /** The worker keeps the seed of the input it tries in here, so that one that hangs or outgrows it is known. */
  readonly current: SharedArrayBuffer;
}

const { target: name, seed, inputs, current }: FuzzWork = workerData;
const target = FUZZ_TARGETS.find((candidate) => candidate.name === name);
if (target === undefined) throw new Error(`there is no parser ${name}`);
const seeds = new Float64Array(current);
const result = await fuzz(target, { seed, inputs }, (tried) => {
  seeds[0] = tried;
});
parentPort?.postMessage(result);
