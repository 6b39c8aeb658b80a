import { peopleSchema } from '../../../shared/contracts/http/people.ts';
import { ConsoleBrowser } from '../../support/console/console-browser.ts';
import { recordWhenUsable, timeLoadRequests, timeSearch, usableAfterMs } from './in-page.ts';

/** Milliseconds, of the same things in the same order. */
export interface Timing {
  readonly what: string;
  readonly inBrowser: readonly number[];
  /** The requests that it waits for, one after the other, with nothing to show. */
  readonly requestsAlone: readonly number[];
}

export interface ConsoleMeasurements {
  readonly people: number;
  readonly seed: number;
  /** That the rule makes of them. */
  readonly peopleKnown: number;
  readonly timings: readonly Timing[];
}

const LOADS = 10;
const ROUNDS_OF_SEARCHES = 3;
const SYNC_TIMEOUT_MS = 15 * 60_000;

/** Beginnings of logins and addresses: of very many people, of few, and of nobody. */
const TERMS = ['m', 'mona', 'mona-lisa', 'jose', 'zoe.m', 'soren-1', 'mary-ann', 'hubot.king', '5', 'nobody'];

/** Syncs an enterprise of that many people, then uses the console as an owner does. */
export async function measureConsole(people: number, seed: number): Promise<ConsoleMeasurements> {
  const browser = await ConsoleBrowser.start({ people, seed, outcomeTimeoutMs: SYNC_TIMEOUT_MS });
  try {
    await browser.running.syncNow();
    const { total_count: peopleKnown } = peopleSchema.parse(await browser.running.get('/people'));
    const timings = [await measureLoads(browser), await measureSearches(browser)];
    return { people, seed, peopleKnown, timings };
  } finally {
    await browser.stop();
  }
}

/** Each by a browser that has kept nothing. */
async function measureLoads(browser: ConsoleBrowser): Promise<Timing> {
  const inBrowser: number[] = [];
  const requestsAlone: number[] = [];
  for (let load = 0; load < LOADS; load++) {
    const { page } = await browser.visit();
    await page.addInitScript(recordWhenUsable);
    await page.goto(browser.running.stack.api);
    inBrowser.push(await page.evaluate(usableAfterMs));
    requestsAlone.push(await page.evaluate(timeLoadRequests));
    await browser.leave();
  }
  return { what: 'first view can be used', inBrowser, requestsAlone };
}

async function measureSearches(browser: ConsoleBrowser): Promise<Timing> {
  const owner = await browser.visit();
  await owner.open('#/people');
  const field = owner.page.getByLabel(owner.text('people.search'), { exact: true });
  const inBrowser: number[] = [];
  const requestsAlone: number[] = [];
  for (let round = 0; round < ROUNDS_OF_SEARCHES; round++) {
    for (const term of TERMS) {
      const { shownMs, requestMs } = await field.evaluate(timeSearch, term);
      inBrowser.push(shownMs);
      requestsAlone.push(requestMs);
    }
  }
  await browser.leave();
  return { what: 'search shows its answer', inBrowser, requestsAlone };
}
