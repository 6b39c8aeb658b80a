import { Random } from '../support/enterprise/random.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { mutated } from './mutated.ts';

/** Longer than any input may take; it is a hang. */
export const LONGEST_INPUT_MS = 2_000;

export interface FuzzFailure {
  readonly target: string;
  readonly seed: number;
  /** In base64. */
  readonly input: string;
  readonly problem: string;
}

export interface FuzzResult {
  readonly inputs: number;
  /** By outcome. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly slowestMs: number;
  readonly failure: FuzzFailure | null;
}

/** The input of a seed, the same on every machine. */
export function inputOf(target: FuzzTarget, seed: number): Buffer {
  const [first, ...others] = target.seeds;
  if (first === undefined) throw new Error(`${target.name} has no input to begin with`);
  return mutated(new Random(seed), [first, ...others]);
}

/** Tries the inputs of so many seeds, until one fails. `onInput` is told before each. */
export async function fuzz(
  target: FuzzTarget,
  { seed, inputs }: { readonly seed: number; readonly inputs: number },
  onInput: (seed: number) => void = () => undefined,
): Promise<FuzzResult> {
  const outcomes = new Map<string, number>();
  let slowestMs = 0;
  for (let done = 0; done < inputs; done++) {
    const input = inputOf(target, seed + done);
    onInput(seed + done);
    const began = cpuMs();
    const { outcome, problem } = await tried(target, input);
    const ms = cpuMs() - began;
    slowestMs = Math.max(slowestMs, ms);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const found = problem ?? (ms > LONGEST_INPUT_MS ? `took ${ms.toFixed(0)} ms` : null);
    if (found !== null) {
      const failure = {
        target: target.name,
        seed: seed + done,
        input: input.toString('base64'),
        problem: found,
      };
      return { inputs: done + 1, outcomes, slowestMs, failure };
    }
  }
  return { inputs, outcomes, slowestMs, failure: null };
}

/** Of this thread, so that a busy machine is no hang. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

async function tried(
  target: FuzzTarget,
  input: Buffer,
): Promise<{ readonly outcome: string; readonly problem: string | null }> {
  try {
    return { outcome: await target.run(input), problem: null };
  } catch (error) {
    return {
      outcome: 'failed',
      problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
