import { afterEach, beforeAll, describe, expect } from 'vitest';
import type { RunningStackOptions } from '../running-stack.ts';
import { missingForChromium } from './chromium.ts';
import { ConsoleBrowser } from './console-browser.ts';

/**
 * Runs a suite with Chromium beside one running stack. After every test nothing may have gone wrong in the browser.
 * Where there is no Chromium it is skipped with the reason in its name, or fails where CI is set.
 */
export function describeInBrowser(
  subject: string,
  options: RunningStackOptions,
  suite: (browser: () => ConsoleBrowser) => void,
): void {
  const missing = missingForChromium();
  const isSkipped = missing !== null && !process.env.CI;
  describe.skipIf(isSkipped)(isSkipped ? `${subject}: SKIPPED. ${missing}` : subject, () => {
    let browser: ConsoleBrowser;
    beforeAll(async () => {
      browser = await ConsoleBrowser.start(options);
      return () => browser.stop();
    });
    afterEach(async () => {
      expect(await browser.leave()).toEqual([]);
    });
    suite(() => browser);
  });
}
