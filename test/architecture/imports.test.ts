import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Layers, by folder; the first that fits. `functions/*` is one folder per Lambda, and one for the command. */
const LAYERS = [
  ['domain', /^shared\/domain\//],
  ['contracts', /^shared\/contracts\//],
  ['ports', /^shared\/([a-z]+-)?ports\.ts$/],
  ['adapters', /^shared\/adapters\//],
  ['runtime', /^shared\/runtime\//],
  ['observer', /^(functions\/[^/]+|shared\/merge)\/[a-z-]+-observer\.ts$/],
  ['merge', /^shared\/merge\//],
  ['personal data', /^shared\/personal-data\//],
  // Run in a terminal, not in Lambda: reads files of the machine and prints.
  ['command', /^functions\/license-usage\//],
  // The same, with an operator's own permissions on AWS.
  ['operator command', /^functions\/[^/]+\/command\.ts$/],
  // Runs in the browser: knows of the rest only what it says over HTTP.
  ['page', /^functions\/console\/page\//],
  ['page build', /^functions\/console\/(build-page|bundle-page|compress-files)\.ts$/],
  ['handler', /^functions\/[^/]+\/handler\.ts$/],
  ['routes', /^functions\/[^/]+\/([a-z-]+-)?routes\.ts$/],
  ['config', /^functions\/[^/]+\/config\.ts$/],
  ['use case', /^functions\/[^/]+\//],
  ['local', /^cdk\/local\//],
  ['cdk', /^cdk\//],
  ['test', /^test\//],
] as const;

type Layer = (typeof LAYERS)[number][0];

/** Imports point one way. A layer may always import from itself. */
const MAY_IMPORT: Readonly<Record<Layer, readonly Layer[]>> = {
  domain: [],
  // Wire shapes map what the ports speak of, and the ports know nothing of them.
  contracts: ['domain', 'ports'],
  ports: ['domain'],
  adapters: ['domain', 'contracts', 'ports'],
  runtime: ['domain', 'contracts'],
  merge: ['domain', 'ports'],
  'personal data': ['domain', 'ports'],
  'use case': ['domain', 'contracts', 'ports', 'merge', 'personal data'],
  // Maps HTTP requests to use cases, and their results to replies.
  routes: ['use case', 'runtime', 'contracts', 'ports', 'domain'],
  // Tells logs and metrics what a use case reports to it.
  observer: ['use case', 'runtime', 'domain'],
  handler: [
    'use case',
    'routes',
    'observer',
    'config',
    'adapters',
    'runtime',
    'merge',
    'ports',
    'contracts',
    'domain',
  ],
  page: ['domain', 'contracts'],
  // What it makes, the function serves.
  'page build': ['use case'],
  command: ['domain', 'contracts', 'merge', 'runtime'],
  'operator command': ['use case', 'adapters', 'runtime', 'merge', 'domain'],
  config: ['domain', 'contracts'],
  cdk: ['config', 'page build', 'contracts', 'domain', 'runtime'],
  // The local run also shows a generated enterprise, which the tests know the truth of.
  local: ['cdk', 'contracts', 'domain', 'test'],
  test: LAYERS.map(([layer]) => layer),
};

/** Packages by the layers that may use them; every other package is free. */
const PACKAGES: readonly (readonly [RegExp, readonly Layer[]])[] = [
  [/^@aws-sdk\//, ['adapters', 'handler', 'test', 'local']],
  [/^@octokit\/|^(undici|bottleneck)$/, ['adapters', 'test']],
  [/^aws-cdk-lib|^constructs$|^cdk-nag$/, ['cdk', 'local', 'test']],
  [/^(csv-parse|csv-stringify)/, ['contracts', 'config', 'runtime', 'adapters', 'cdk', 'test', 'local']],
  [/^zod/, ['contracts', 'config', 'runtime', 'adapters', 'page', 'cdk', 'test', 'local']],
  [/^preact|^uplot/, ['page', 'test']],
  [/^(commander|cli-table3)$/, ['command', 'operator command', 'test']],
  [/^@middy\/|^@aws-lambda-powertools\//, ['runtime', 'observer', 'handler', 'test']],
];

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const FILES = ['cdk', 'functions', 'shared', 'test'].flatMap((folder) =>
  globSync(`${folder}/**/*.{ts,tsx}`, { cwd: ROOT }),
);

function layerOf(path: string): Layer | undefined {
  return LAYERS.find(([, pattern]) => pattern.test(path))?.[0];
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const specifiers = text.matchAll(/(?:^|\n)(?:import|export)\s[^'"]*?from '([^']+)'|import\('([^']+)'\)/g);
  return [...specifiers].map((match) => ({ file, specifier: match[1] ?? match[2] ?? '' }));
}

const IMPORTS = FILES.flatMap(importsOf);

function isRelative({ specifier }: Import): boolean {
  return specifier.startsWith('.');
}

test('every file is in a layer', () => {
  expect(FILES.filter((file) => layerOf(file) === undefined)).toEqual([]);
});

test('imports point one way', () => {
  const wrong = IMPORTS.filter(isRelative).filter(({ file, specifier }) => {
    const from = layerOf(file);
    const to = layerOf(normalize(join(dirname(file), specifier)));
    if (from === undefined || to === undefined) return !specifier.endsWith('.json');
    return from !== to && !MAY_IMPORT[from].includes(to);
  });
  expect(wrong).toEqual([]);
});

test('one function imports nothing of another', () => {
  const folderOf = (path: string) => /^functions\/([^/]+)\//.exec(path)?.[1];
  const wrong = IMPORTS.filter(isRelative).filter(({ file, specifier }) => {
    const [from, to] = [folderOf(file), folderOf(normalize(join(dirname(file), specifier)))];
    return from !== undefined && to !== undefined && from !== to;
  });
  expect(wrong).toEqual([]);
});

test('the domain uses nothing that only Node has: browsers run it, too', () => {
  const wrong = FILES.filter((file) => layerOf(file) === 'domain').filter((file) =>
    /\b(Buffer|process|require|setImmediate)\b[.(]/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('packages are used in their layers only', () => {
  const wrong = IMPORTS.filter((found) => {
    const layer = layerOf(found.file);
    const rule = PACKAGES.find(([pattern]) => pattern.test(found.specifier));
    return rule !== undefined && (layer === undefined || !rule[1].includes(layer));
  });
  expect(wrong).toEqual([]);
});

describe('the domain is pure', () => {
  test('it imports nothing outside itself', () => {
    const outside = IMPORTS.filter(({ file }) => layerOf(file) === 'domain').filter(
      (found) => !isRelative(found),
    );
    expect(outside).toEqual([]);
  });

  test.each(['Date.now', 'new Date()', 'Math.random', 'process.', 'fetch(', 'console.', 'setTimeout'])(
    'it knows no %s',
    (impurity) => {
      const impure = FILES.filter((file) => layerOf(file) === 'domain').filter((file) =>
        readFileSync(join(ROOT, file), 'utf8').includes(impurity),
      );
      expect(impure).toEqual([]);
    },
  );
});

describe('files', () => {
  test('are named by what they are about', () => {
    const attics = /(^|\/)(utils?|helpers?|misc|common|index)(\.ts$|\/)/;
    expect(FILES.filter((file) => attics.test(file))).toEqual([]);
  });

  test('are read in one sitting', () => {
    const long = FILES.filter((file) => layerOf(file) !== 'test').filter(
      (file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 240,
    );
    expect(long).toEqual([]);
  });

  test('leave nothing open and cast nothing away', () => {
    const open =
      /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|expect-error|nocheck)|\bas any\b|as unknown as|biome-ignore/;
    const self = 'test/architecture/imports.test.ts';
    const found = FILES.filter((file) => file !== self && open.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(found).toEqual([]);
  });
});
