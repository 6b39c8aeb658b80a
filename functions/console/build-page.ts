import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildResult, buildSync } from 'esbuild';

const PAGE = join(import.meta.dirname, 'page');
const ENTRY = 'main.tsx';

/** What the browsers of the last three years know, so that nothing is translated that need not be. */
const TARGETS = ['chrome120', 'edge120', 'firefox121', 'safari17'];

/**
 * Builds the page of the console into `outputFolder`: `index.html`, and in `assets/` scripts and styles under names
 * that change with their content. Nothing is inline, so that a strict Content-Security-Policy can stand.
 * Synchronous, because it is called while the stack is synthesized. Throws when a file does not build.
 */
export function buildPage(outputFolder: string): void {
  const built = buildSync({
    absWorkingDir: PAGE,
    entryPoints: [ENTRY],
    outdir: join(outputFolder, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: TARGETS,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'dataurl' },
    minify: true,
    metafile: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
  });
  mkdirSync(outputFolder, { recursive: true });
  writeFileSync(join(outputFolder, 'index.html'), indexHtml(entryFilesOf(built)));
}

interface EntryFiles {
  readonly script: string;
  /** What the script imports at once: asked for with it, rather than when it has come. */
  readonly imported: readonly string[];
  readonly styles: string;
}

function entryFilesOf({ metafile }: BuildResult<{ metafile: true }>): EntryFiles {
  for (const [path, { entryPoint, cssBundle, imports }] of Object.entries(metafile.outputs)) {
    if (entryPoint !== ENTRY || cssBundle === undefined) continue;
    const imported = imports
      .filter(({ kind }) => kind === 'import-statement')
      .map((file) => basename(file.path));
    return { script: basename(path), imported, styles: basename(cssBundle) };
  }
  throw new Error(`the build of ${join(PAGE, ENTRY)} gave no script with styles: it must import both`);
}

function indexHtml({ script, imported, styles }: EntryFiles): string {
  const preloads = imported.map((file) => `<link rel="modulepreload" href="assets/${file}" />`);
  return readFileSync(join(PAGE, 'index.html'), 'utf8')
    .replace('main.css', `assets/${styles}`)
    .replace('main.js', `assets/${script}`)
    .replace('</head>', `${preloads.join('')}</head>`);
}
