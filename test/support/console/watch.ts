import type { BrowserContext, Request } from 'playwright-core';
import type { RunningStack } from '../running-stack.ts';

/** Sees all that a browser does, and notes what the console must never make it do. */
export class Watch {
  readonly problems: string[] = [];
  readonly #running: RunningStack;

  constructor(context: BrowserContext, running: RunningStack, toldOff?: RegExp) {
    const isExpected = (text: string) => toldOff?.test(text) === true;
    this.#running = running;
    context.on('console', (message) => {
      const isComplaint = message.type() === 'error' || message.type() === 'warning';
      if (isComplaint && !isExpected(message.text()))
        this.problems.push(`console ${message.type()}: ${message.text()}`);
    });
    context.on('weberror', (error) => this.problems.push(`error in the page: ${error.error().stack}`));
    context.on('dialog', (dialog) => {
      this.problems.push(`a script says: ${dialog.message()}`);
      dialog.dismiss();
    });
    context.on('request', (request) => {
      if (!this.#isAllowed(request)) this.problems.push(`request: ${request.method()} ${request.url()}`);
    });
  }

  /** What a page asks for is of its own origin, but for the upload of a file, and the way to GitHub to sign in. */
  #isAllowed(request: Request): boolean {
    const { stack, bucketUrl, peer } = this.#running;
    const url = request.url();
    if (/^(about|blob|data):/.test(url) || new URL(url).origin === stack.api) return true;
    if (request.method() === 'PUT') return url.startsWith(`${bucketUrl}/uploads/`);
    return request.isNavigationRequest() && url.startsWith(`${peer.url}/login/oauth/authorize`);
  }
}
