import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ConsoleBrowser } from './console-browser.ts';

/** Takes the pictures of the README anew: `node test/support/console/take-screenshots.ts`. */

const FOLDER = join(import.meta.dirname, '../../../docs/images');

const PICTURES = [
  { name: 'console-usage', hash: '#/usage', scheme: 'light', height: 790 },
  { name: 'console-findings', hash: '#/findings', scheme: 'dark', height: 728 },
] as const;

const browser = await ConsoleBrowser.start({ people: 2_000 });
try {
  await browser.running.syncNow();
  await mkdir(FOLDER, { recursive: true });
  for (const { name, hash, ...visitor } of PICTURES) {
    const owner = await browser.visit(visitor);
    await owner.open(hash);
    await owner.page.screenshot({ path: join(FOLDER, `${name}.png`) });
  }
} finally {
  await browser.stop();
}
