import { randomBytes } from 'node:crypto';

/** An OAuth app that somebody has registered with GitHub. */
export interface RegisteredApp {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The callback URL of its registration. */
  readonly callbackUrl: string;
}

export function newOAuthApp(): RegisteredApp {
  return {
    name: 'License Usage Sync',
    clientId: `Ov23li${randomBytes(7).toString('hex')}`,
    clientSecret: randomBytes(20).toString('hex'),
    callbackUrl: 'http://127.0.0.1/sign-in/callback',
  };
}

const LOOPBACK = '127.0.0.1';

/**
 * Whether GitHub sends a browser there: the host of the registration or one below it, its port unless that is on the
 * loopback, and its path or one below it.
 * https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#redirect-urls
 */
export function mayRedirectTo({ callbackUrl }: RegisteredApp, redirectUri: string): boolean {
  const [registered, wanted] = [new URL(callbackUrl), URL.parse(redirectUri)];
  if (wanted === null || wanted.protocol !== registered.protocol) return false;
  const { hostname, pathname } = registered;
  const isHost = wanted.hostname === hostname || wanted.hostname.endsWith(`.${hostname}`);
  const isPort = wanted.port === registered.port || hostname === LOOPBACK;
  const isPath = wanted.pathname === pathname || wanted.pathname.startsWith(`${pathname}/`);
  return isHost && isPort && isPath;
}
