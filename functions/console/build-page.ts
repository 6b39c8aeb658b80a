import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGE = fileURLToPath(new URL('./page/index.html', import.meta.url));

/** Writes the page into the folder: `index.html`, and in `assets/` what it refers to, named by content. */
export function buildPage(outputFolder: string): void {
  const icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>';
  const name = `icon-${hash('sha256', icon).slice(0, 8)}.svg`;
  mkdirSync(join(outputFolder, 'assets'), { recursive: true });
  writeFileSync(join(outputFolder, 'assets', name), icon);
  const link = `<link rel="icon" href="/assets/${name}">`;
  const page = readFileSync(PAGE, 'utf8').replace('</head>', `${link}</head>`);
  writeFileSync(join(outputFolder, 'index.html'), page);
}
