import type { Browser, BrowserContext } from 'playwright-core';
import type { Language } from '../../../functions/console/page/language/languages.ts';
import { loadCatalogue } from '../../../functions/console/page/language/load-catalogue.ts';
import { Translator } from '../../../functions/console/page/language/translator.ts';
import { RunningStack, type RunningStackOptions } from '../running-stack.ts';
import { startChromium } from './chromium.ts';
import { ConsolePage } from './console-page.ts';
import { Watch } from './watch.ts';

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** As long as an upload may take on a busy machine. */
const STATE_TIMEOUT_MS = 60_000;

interface Visitor {
  readonly scheme?: Scheme;
  readonly language?: Language;
  /** Of the window, in pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly signedIn?: boolean;
  /** What the browser itself notes as an error, and is none of the page: an answer that refuses. */
  readonly toldOff?: RegExp;
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Chromium beside a running stack; every visitor has a profile of their own. */
export class ConsoleBrowser {
  readonly running: RunningStack;
  readonly #chromium: Browser;
  #session: Session | null = null;
  #visits: { readonly context: BrowserContext; readonly watch: Watch }[] = [];

  private constructor(running: RunningStack, chromium: Browser) {
    this.running = running;
    this.#chromium = chromium;
  }

  static async start(options: RunningStackOptions = {}): Promise<ConsoleBrowser> {
    // First what fails at once where it is missing.
    const chromium = await startChromium();
    return new ConsoleBrowser(await RunningStack.start(options), chromium);
  }

  /** A window in which nothing is open yet, of an owner who has signed in unless told otherwise. */
  async visit(visitor: Visitor = {}): Promise<ConsolePage> {
    const {
      scheme = 'light',
      language = 'en',
      width = 1280,
      height = 900,
      signedIn = true,
      toldOff,
    } = visitor;
    if (signedIn) this.#session ??= await this.#signIn();
    const context = await this.#chromium.newContext({
      colorScheme: scheme,
      locale: language,
      viewport: { width, height },
      // What fades in has half its contrast meanwhile.
      reducedMotion: 'reduce',
      ...(signedIn && this.#session !== null && { storageState: this.#session }),
    });
    context.setDefaultTimeout(STATE_TIMEOUT_MS);
    this.#visits.push({ context, watch: new Watch(context, this.running, toldOff) });
    const translator = new Translator(language, await loadCatalogue(language));
    return new ConsolePage(await context.newPage(), this.running.stack.api, translator);
  }

  async #signIn(): Promise<Session> {
    const visitor = await this.visit({ signedIn: false });
    await signIn(visitor);
    return visitor.page.context().storageState();
  }

  /** Closes every window; what went wrong in any since the last time. */
  async leave(): Promise<string[]> {
    const visits = this.#visits;
    this.#visits = [];
    for (const { context } of visits) await context.close();
    return visits.flatMap(({ watch }) => watch.problems);
  }

  async stop(): Promise<void> {
    await this.#chromium.close();
    await this.running.remove();
  }
}

/** Through GitHub, as somebody who decides there. */
export async function signIn(visitor: ConsolePage, user = 'octo-owner'): Promise<void> {
  const { page } = visitor;
  await visitor.open();
  await visitor.link(visitor.text('sign-in.with-github')).click();
  await page.getByRole('radio', { name: user }).check();
  await page.getByRole('button', { name: 'Authorize' }).click();
  await visitor.settled();
}
