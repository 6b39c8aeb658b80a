import { authorize } from './authorize.ts';

interface BrowserRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: object;
}

/** What a browser does on one site: keeps its cookies, and sends them along. It follows no redirect by itself. */
export class Browser {
  readonly #site: string;
  readonly cookies = new Map<string, string>();

  /** `site` is an origin. */
  constructor(site: string) {
    this.#site = site;
  }

  async fetch(path: string, { method = 'GET', headers = {}, body }: BrowserRequest = {}): Promise<Response> {
    const response = await fetch(new URL(path, this.#site), {
      method,
      redirect: 'manual',
      headers: {
        ...headers,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  /** Where the site sends the browser. */
  async follow(path: string): Promise<URL> {
    const { status, headers } = await this.fetch(path);
    const location = headers.get('location');
    if (status !== 302 || location === null) throw new Error(`${path} was answered ${status}`);
    return new URL(location, this.#site);
  }

  /** To GitHub and back, as somebody there decides; where that ends. */
  async signIn(decision: Parameters<typeof authorize>[1] = {}, returnTo = '#/usage'): Promise<URL> {
    const github = await this.follow(`/sign-in?return_to=${encodeURIComponent(returnTo)}`);
    return this.follow((await authorize(github.href, decision)).href);
  }

  #keep(cookie: string): void {
    const [, name = '', value = '', maxAge] = /^([^=]+)=([^;]*);.* Max-Age=(\d+)/.exec(cookie) ?? [];
    if (maxAge === '0') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
