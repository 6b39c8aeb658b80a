import type { Locator, Page } from 'playwright-core';
import type { Translator } from '../../../functions/console/page/language/translator.ts';

/** What is dropped on the page. */
export interface DroppedFile {
  readonly name: string;
  readonly content: string;
}

/** The console in a browser, used as an owner would; names of buttons and so on are of the page's catalogues. */
export class ConsolePage {
  readonly page: Page;
  /** Of the language that the browser asks for. */
  readonly text: Translator['text'];
  readonly #origin: string;

  constructor(page: Page, origin: string, translator: Translator) {
    this.page = page;
    this.#origin = origin;
    this.text = translator.text.bind(translator);
  }

  /** Loads the page at an address, such as `#/people`, and waits until it shows what there is. */
  async open(hash = ''): Promise<void> {
    // Of another hash alone, the browser would load nothing anew.
    await this.page.goto('about:blank');
    await this.page.goto(`${this.#origin}/${hash}`);
    await this.settled();
  }

  /** Goes to another view of the page that is open, as by a link. */
  async turnTo(hash: string): Promise<void> {
    await this.page.evaluate((to) => {
      document.querySelector('#view')?.setAttribute('data-left', '');
      location.hash = to;
      // There it is already: what is loaded anew is a view of its own.
      dispatchEvent(new HashChangeEvent('hashchange'));
    }, hash);
    await this.page.locator('#view:not([data-left])').waitFor();
    await this.settled();
  }

  /** Nothing is being loaded any more. */
  async settled(): Promise<void> {
    await this.page.locator('#view h1').waitFor();
    await this.page.waitForFunction(
      () => document.querySelector('#view .placeholder, #view [aria-busy="true"]') === null,
    );
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  link(name: string): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }

  /** Of the view. */
  title(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true, level: 1 });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** A part of the view, by its heading. */
  panel(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  async goTo(section: 'usage' | 'server-instances' | 'people' | 'findings'): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('link', { name: this.text(`shell.${section}`) })
      .click();
    await this.title(this.text(`${section}.title`)).waitFor();
    await this.settled();
  }

  /** Holds files over the page, and lets go. */
  async drop(...files: readonly DroppedFile[]): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle((dropped) => {
      const transfer = new DataTransfer();
      for (const { name, content } of dropped) transfer.items.add(new File([content], name));
      return transfer;
    }, files);
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.page.dispatchEvent('body', type, { dataTransfer });
    }
    await dataTransfer.dispose();
  }

  /** Presses Tab until an element has the focus, as whoever has no mouse does. */
  async tabTo(target: Locator, most = 60): Promise<void> {
    for (let pressed = 0; pressed < most; pressed++) {
      await this.page.keyboard.press('Tab');
      if (await this.hasFocus(target)) return;
    }
    throw new Error(`${most} times Tab do not lead to ${target}`);
  }

  hasFocus(element: Locator): Promise<boolean> {
    return element.evaluate((candidate) => candidate === document.activeElement);
  }

  /** Also those within others. */
  async openDisclosures(): Promise<void> {
    const closed = this.page.locator('#view details:not([open]) > summary');
    while ((await closed.count()) > 0) await closed.first().click();
    await this.settled();
  }

  /** What sticks out at the side, where nobody should have to scroll. */
  overflow(): Promise<string[]> {
    return this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const wide = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
      );
      const [culprit] = wide.filter(
        (element) => !wide.some((other) => other !== element && element.contains(other)),
      );
      return [`${scrollWidth - clientWidth} pixels: ${culprit?.outerHTML.slice(0, 200)}`];
    });
  }
}
