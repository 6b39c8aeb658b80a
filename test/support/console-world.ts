import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { compressFiles } from '../../functions/console/compress-files.ts';
import { PageFiles } from '../../functions/console/page-files.ts';
import { consoleRoutes } from '../../functions/console/routes.ts';
import { sessionSeal, signInSeal } from '../../shared/adapters/sessions/jwe-seal.ts';
import type { OAuthApp } from '../../shared/session-ports.ts';
import { ScriptedOwners } from './fakes/scripted-owners.ts';
import { ScriptedSignIn } from './fakes/scripted-sign-in.ts';
import { type HttpCall, type PublicAnswer, publicHttpClient } from './http-client.ts';

const OAUTH_APP: OAuthApp = { clientId: 'client-1', clientSecret: 'secret-1' };

/** Files of a page, by name. */
export const PAGE: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>License usage</title>',
  'assets/app-1a2b3c4d.js': 'document.title = "License usage";\n'.repeat(20),
  'assets/app-5e6f7a8b.css': 'body { margin: 0 }',
};

/** The console as a browser uses it, that keeps cookies, with a GitHub that knows `ghp_owner` and `ghp_member`. */
export class ConsoleWorld {
  readonly owners = new ScriptedOwners();
  readonly github = new ScriptedSignIn();
  readonly refusals: string[] = [];
  oauthApp: OAuthApp | null = OAUTH_APP;
  /** The browser's: name to value. */
  readonly cookies = new Map<string, string>();
  readonly #send: ReturnType<typeof publicHttpClient>;
  #secrets = 0;

  constructor() {
    this.owners.checks.set('ghp_owner', { verdict: 'owner', login: 'octo-owner' });
    this.owners.checks.set('ghp_member', { verdict: 'forbidden' });
    const key = async () => 'key of this deployment';
    this.#send = publicHttpClient(
      consoleRoutes({
        enterprise: 'acme',
        files: new PageFiles(pageFolder()),
        uploadsUrl: async () => 'https://bucket.s3.example.com/uploads/',
        owners: this.owners,
        github: this.github,
        oauthApp: async () => this.oauthApp,
        sessions: sessionSeal(key),
        attempts: signInSeal(key),
        newSecret: () => `secret-${++this.#secrets}`,
        onAppRefused: (error) => this.refusals.push(error),
      }),
    );
  }

  async call(request: string, options: HttpCall = {}): Promise<PublicAnswer> {
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    const answer = await this.#send(request, { cookies, ...options });
    for (const cookie of answer.cookies) this.#keep(cookie);
    return answer;
  }

  /** Goes to GitHub, and comes back with an answer: `code=...`. */
  async signIn(answer: string, returnTo = '#/people'): Promise<PublicAnswer> {
    const begun = await this.call(`GET /sign-in?return_to=${encodeURIComponent(returnTo)}`);
    const state = new URL(String(begun.headers.location)).searchParams.get('state');
    return this.call(`GET /sign-in/callback?${answer}&state=${state}`);
  }

  #keep(cookie: string): void {
    const [, name = '', value = '', maxAge] = /^([^=]+)=([^;]*);.* Max-Age=(\d+)/.exec(cookie) ?? [];
    if (maxAge === '0') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** A folder with the page as the function's bundle has it, which lasts as long as the test. */
function pageFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'console-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'assets'));
  for (const [name, content] of Object.entries(PAGE)) writeFileSync(join(folder, name), content);
  compressFiles(folder);
  return folder;
}
