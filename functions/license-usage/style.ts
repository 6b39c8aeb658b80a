import { styleText } from 'node:util';

export type Emphasis = 'bold' | 'dim' | 'green' | 'yellow' | 'red';

/** Gives a text emphasis, or leaves it as it is. */
export type Style = (emphasis: Emphasis, text: string) => string;

/** The part of a terminal that tells what it can show. A stream that is no terminal has no such part. */
interface Output {
  /** Heeds NO_COLOR, FORCE_COLOR and TERM. */
  readonly hasColors?: () => boolean;
}

export function styleFor(output: Output): Style {
  if (output.hasColors?.() !== true) return (_, text) => text;
  return (emphasis, text) => styleText(emphasis, text, { validateStream: false });
}
