import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { runNode } from '../../support/license-usage-command.ts';

const ROOT = join(import.meta.dirname, '../../..');
const manifestSchema = z.object({
  version: z.string(),
  bin: z.strictObject({ 'license-usage': z.string() }),
  dependencies: z.record(z.string(), z.string()),
});

let directory: string;
let installed: string;

/** As npm installs the packed package, but with links in place of downloads: to its dependencies and nothing else. */
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'license-usage-packed-'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', directory], { cwd: ROOT, stdio: 'ignore' });
  const [tarball = ''] = globSync('*.tgz', { cwd: directory });
  installed = join(directory, 'node_modules', 'license-usage-sync');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(directory, tarball), '--strip-components=1', '-C', installed]);
  for (const name of Object.keys(manifest().dependencies)) {
    const link = join(directory, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
});
afterAll(() => rmSync(directory, { recursive: true }));

function manifest() {
  return manifestSchema.parse(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')));
}

test('the command runs from a packed package', async () => {
  const { bin, version } = manifest();
  const command = join(installed, bin['license-usage']);
  expect(await runNode(command, ['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` });

  const licenses = join(directory, 'consumed-licenses.json');
  writeFileSync(licenses, JSON.stringify({ total_seats_consumed: 1, users: [{ github_com_login: 'mona' }] }));
  const { status, stdout } = await runNode(command, ['report', licenses]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/licenses consumed +1\n/);
});
