import { EMAIL_NUMBERS } from './email-numbers.wasm.ts';

type Place = { readonly value: number };

/** What `wasm/exports.ts` exports: functions, and where in its memory arrays begin. */
export interface EmailNumbersModule {
  /** Grows when addresses are added: views of what it was before are empty then. */
  readonly memory: WebAssembly.Memory;
  readonly bytes: Place;
  readonly starts: Place;
  readonly ends: Place;
  readonly signs: Place;
  readonly numbers: Place;
  readonly size: () => number;
  readonly add: (from: number, length: number, offset: number) => number;
  readonly putAddress: (place: number, number: number) => number;
  // Of contents of which the digests are to be had.
  readonly parts: Place;
  readonly digests: Place;
  readonly beginContents: () => void;
  readonly addParts: (words: number) => void;
  // Of messages of which the hashes are to be had.
  readonly messages: Place;
  readonly lengths: Place;
  readonly hashes: Place;
  readonly sha256: (count: number) => void;
}

let module: WebAssembly.Module | null = null;

/** With a memory of its own. */
export function newEmailNumbersModule(): EmailNumbersModule {
  module ??= new WebAssembly.Module(Uint8Array.from(atob(EMAIL_NUMBERS), (byte) => byte.charCodeAt(0)));
  return new WebAssembly.Instance(module).exports as WebAssembly.Exports & EmailNumbersModule;
}
