import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

const ROOT = join(import.meta.dirname, '../..');

const versions = z.record(z.string(), z.string());
const manifestSchema = z.object({
  dependencies: versions,
  devDependencies: versions,
  allowScripts: z.record(z.string(), z.literal(true)),
});
const lockSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().optional(),
      inBundle: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});

function parse<Schema extends z.ZodType>(schema: Schema, file: string): z.output<Schema> {
  return schema.parse(JSON.parse(readFileSync(join(ROOT, file), 'utf8')));
}

const manifest = parse(manifestSchema, 'package.json');
const lock = parse(lockSchema, 'package-lock.json');
const sections = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8').split(/^## /m);

/** The rows of a section's tables, cell by cell, without their headings. */
function rowsOf(title: string): string[][] {
  const section = sections.find((candidate) => candidate.startsWith(`${title}\n`)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  const isHeading = (_: string, index: number) => !/^\|-/.test(lines[index + 1] ?? '');
  return lines
    .filter(isHeading)
    .filter((line) => !line.startsWith('|-'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function named(cell: string | undefined): string {
  return /^`(.+)`$/.exec(cell ?? '')?.[1] ?? '';
}

/** All packages but the project itself. The same may be there in more than one version. */
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, facts]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 13), ...facts }));

const SECTIONS = ['At run time', 'In the page of the console', 'For development'];
const documented = SECTIONS.flatMap(rowsOf).map(([name, license, reason]) => ({
  name: named(name),
  license,
  reason,
}));

describe('docs/dependencies.md', () => {
  test('has a row for every dependency, and for no other', () => {
    const names = (title: string) => rowsOf(title).map(([name]) => named(name));
    expect(names('At run time')).toEqual(Object.keys(manifest.dependencies).toSorted());
    expect([...names('In the page of the console'), ...names('For development')].toSorted()).toEqual(
      Object.keys(manifest.devDependencies).toSorted(),
    );
  });

  test.each(documented)('says the license of $name, and why it is there', ({ name, license, reason }) => {
    expect(license).toBe(lock.packages[`node_modules/${name}`]?.license);
    expect(reason).toMatch(/\w/);
  });
});

describe('the license of every package', () => {
  const [deployed = [], development = []] = rowsOf('Licenses')
    .slice(0, 2)
    .map(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, license = '']) => license));
  const exceptions = rowsOf('Licenses').slice(2);

  test('that is deployed is permissive', () => {
    const other = packages
      .filter(({ dev }) => !dev)
      .filter(({ license }) => !deployed.includes(license ?? ''));
    expect(other).toEqual([]);
  });

  test('for development is one of those named, or that of a package which is', () => {
    const allowed = [...deployed, ...development];
    const other = packages.filter(({ dev }) => dev).filter(({ license }) => !allowed.includes(license ?? ''));
    const rows = other.map(({ name, license = 'none named in the lock file' }) => `${name} ${license}`);
    expect(rows.toSorted()).toEqual(
      exceptions.map(([name, license]) => `${named(name)} ${license}`).toSorted(),
    );
  });
});

describe('the lock file', () => {
  test('lets the packages named run a script at installation, and no other', () => {
    const scripted = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    expect(scripted.toSorted()).toEqual(rowsOf('Install scripts').map(([name]) => named(name)));
    expect(scripted.toSorted()).toEqual(Object.keys(manifest.allowScripts).toSorted());
  });

  test('has a hash of everything that is downloaded', () => {
    const unproven = packages.filter(({ integrity, inBundle }) => !inBundle && integrity === undefined);
    expect(unproven).toEqual([]);
  });

  test('pins what package.json asks for, in exact versions', () => {
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    const pinned = asked.map(([name]) => [name, lock.packages[`node_modules/${name}`]?.version]);
    expect(pinned).toEqual(asked);
  });
});

test('the bill of materials names every package', () => {
  const text = execFileSync('npm', ['run', '--silent', 'sbom'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const bill = z
    .object({
      bomFormat: z.literal('CycloneDX'),
      components: z.array(z.object({ name: z.string(), version: z.string() })),
    })
    .parse(JSON.parse(text.toString('utf8')));
  const listed = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
  const missing = packages.filter(({ name, version }) => !listed.has(`${name}@${version}`));
  expect(missing).toEqual([]);
});
