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
  // Of the content of which the digest is to be had.
  readonly text: Place;
  readonly digest: Place;
  readonly beginContent: () => void;
  readonly addNumber: (value: number) => void;
  readonly addNothing: () => void;
  readonly addText: (length: number) => void;
  readonly addBytes: (length: number) => void;
  readonly addAddress: (number: number) => void;
  readonly beginSet: () => void;
  readonly addToSet: (number: number) => void;
  readonly endSet: () => void;
  readonly endContent: () => void;
  // Of a message.
  readonly message: Place;
  readonly sha256Hash: Place;
  readonly putAddress: (at: number, number: number) => number;
  readonly sha256: (length: number) => void;
}

let module: WebAssembly.Module | null = null;

/** With a memory of its own. */
export function newEmailNumbersModule(): EmailNumbersModule {
  module ??= new WebAssembly.Module(Uint8Array.from(atob(EMAIL_NUMBERS), (byte) => byte.charCodeAt(0)));
  return new WebAssembly.Instance(module).exports as WebAssembly.Exports & EmailNumbersModule;
}
