/** One parser of what comes from outside. */
export interface FuzzTarget {
  /** `<group>/<parser>` */
  readonly name: string;
  /** Good inputs, of which bad ones are made. */
  readonly seeds: readonly Buffer[];
  /** Returns the name of the outcome. Throws when it is none that the parser promises. */
  readonly run: (input: Buffer) => Promise<string> | string;
}

/** A parser of JSON: what is no JSON does not come to it. */
export function jsonTarget(
  name: string,
  seeds: readonly unknown[],
  run: (json: unknown) => string,
): FuzzTarget {
  return {
    name,
    seeds: seeds.map((seed) => Buffer.from(JSON.stringify(seed))),
    run: (input) => {
      const json = parsed(input);
      return json === undefined ? 'no JSON' : run(json);
    },
  };
}

/** What a parser must not do. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

export function expectThat(isSo: boolean, promise: string): void {
  if (!isSo) throw new BrokenPromise(promise);
}

function parsed(input: Buffer): unknown {
  try {
    return JSON.parse(input.toString('utf8'));
  } catch {
    return undefined;
  }
}
