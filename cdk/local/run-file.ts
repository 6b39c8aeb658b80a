import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Endpoints } from './template/identity.ts';

/** What runs where, for whoever has only the data directory. */
export interface RunFile extends Endpoints {
  /** Of the process that holds it all together. */
  readonly pid: number;
  readonly bucket: string | null;
  readonly tables: readonly string[];
  /** Queue URLs, by name. */
  readonly queues: Readonly<Record<string, string>>;
  /** Process ids of the functions, by function name. */
  readonly workers: Readonly<Record<string, readonly number[]>>;
}

/** Whoever reads it meanwhile finds the old one or the new one, never half of it. */
export function writeRunFile(file: string, content: RunFile): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

export function removeRunFile(file: string): void {
  rmSync(file, { force: true });
}
