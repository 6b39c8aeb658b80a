import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Metafile } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');

/** Folders of all functions. */
export const FUNCTION_FOLDERS: readonly string[] = globSync('functions/*/handler.ts', { cwd: ROOT })
  .map((handler) => basename(dirname(handler)))
  .sort();

type Output = Metafile['outputs'][string];

/** The file of the handler and those it imports at once. What it imports by `import()` is not among them. */
export function outputsAtStart({ outputs }: Metafile): Output[] {
  const reached = new Set(Object.keys(outputs).filter((path) => basename(path) === 'index.mjs'));
  for (const path of reached) {
    for (const { kind, path: imported, external } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && external !== true) reached.add(imported);
    }
  }
  return [...reached].flatMap((path) => outputs[path] ?? []);
}

/** Of all that Node reads and compiles before the handler can be called. */
export function bytesAtStart(metafile: Metafile): number {
  return outputsAtStart(metafile).reduce((total, { bytes }) => total + bytes, 0);
}

/** Packages of which something is loaded at the start. */
export function packagesAtStart(metafile: Metafile): Set<string> {
  const inputs = outputsAtStart(metafile).flatMap((output) => Object.keys(output.inputs));
  return new Set(inputs.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
}
