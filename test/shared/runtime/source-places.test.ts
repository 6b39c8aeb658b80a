import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { expect, it, onTestFinished } from 'vitest';
import { BUNDLING } from '../../../cdk/constructs/function-code.ts';
import { inSource } from '../../../shared/runtime/source-places.ts';

const SOURCE = `/** Long gone in the bundle. */
export function failing(): never {
  throw new Error('as expected');
}
`;

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'license-usage-sync-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

it('tells the line of the source where a bundle failed', () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'failing.ts'), SOURCE);
  const bundle = join(directory, 'bundle');
  buildSync({ ...BUNDLING, entryPoints: [join(directory, 'failing.ts')], outdir: bundle });
  const [, frame = ''] = stackOf(join(bundle, 'index.mjs'));
  expect(frame).toContain('/bundle/index.mjs:');
  expect(inSource(frame)).toMatch(/\(failing\.ts:3:9\)$/);
});

it('leaves a frame of a file without a source map as it is, and of a module of Node', () => {
  for (const frame of ['handle (file:///var/task/index.mjs:1:2345)', 'run (node:internal/process:104:5)']) {
    expect(inSource(frame)).toBe(frame);
  }
});

it('leaves a frame as it is when the source map is damaged: the error itself must be told', () => {
  const bundle = join(temporaryDirectory(), 'index.mjs');
  writeFileSync(`${bundle}.map`, '{');
  const frame = `handle (${pathToFileURL(bundle).href}:1:2345)`;
  expect(inSource(frame)).toBe(frame);
});

/** The lines of the stack as Node tells it; a test runner tells places in its own way. */
function stackOf(bundle: string): string[] {
  const script =
    'import(process.argv[1]).then(({ failing }) => failing()).catch((error) => console.log(error.stack))';
  return execFileSync(process.execPath, ['--eval', script, bundle], { encoding: 'utf8' }).split('\n');
}
