import { SCANNER } from './scanner.wasm.ts';

type Place = { readonly value: number };

/** What `wasm/exports.ts` exports: functions, and where in its memory arrays begin. */
export interface Scanner {
  readonly memory: WebAssembly.Memory;
  readonly window: Place;
  readonly windowBytes: Place;
  readonly recordStarts: Place;
  readonly recordEnds: Place;
  readonly kinds: Place;
  readonly starts: Place;
  readonly ends: Place;
  readonly keyNumbers: Place;
  readonly numbers: Place;
  readonly members: Place;
  readonly lowered: Place;
  readonly addressStarts: Place;
  readonly addressEnds: Place;
  readonly signs: Place;
  readonly addressNumbers: Place;
  /** How many keys are read, told before the first one is added. */
  readonly readKeys: (keys: number) => void;
  readonly roomForKey: () => number;
  readonly addKey: (length: number, number: number, kind: number, hasAddresses: boolean) => void;
  readonly read: (start: number, end: number) => number;
  /** What is between records, a comma unless it is told. */
  readonly separateBy: (byte: number) => void;
  /** How many there are of the records that were read. */
  readonly addresses: () => number;
  readonly emailNumbers: Place;
  readonly fieldKeys: Place;
  // Of users of exports.
  readonly userIds: Place;
  readonly userFlags: Place;
  readonly systemLogins: Place;
  readonly primaryEmails: Place;
  readonly furtherEmails: Place;
  readonly furtherStarts: Place;
  /** Of the first records on the tape, so many. */
  readonly takeUsers: (records: number) => void;
  // Of license rows.
  readonly rowKinds: Place;
  readonly totals: Place;
  readonly rowEmails: Place;
  readonly rowEmailStarts: Place;
  readonly accountUserIds: Place;
  readonly accountPrefixes: Place;
  readonly addPrefix: (place: number) => number;
  readonly takeRows: (records: number) => void;
  // Of the names in license rows.
  readonly logins: Place;
  readonly nameIds: Place;
  readonly nameIdForms: Place;
  readonly loginHashes: Place;
  readonly readNames: (records: number, login: number, nameId: number) => void;
}

let module: WebAssembly.Module | null = null;

/** With a memory of its own. */
export function newScanner(): Scanner {
  module ??= new WebAssembly.Module(Buffer.from(SCANNER, 'base64'));
  return new WebAssembly.Instance(module).exports as WebAssembly.Exports & Scanner;
}
