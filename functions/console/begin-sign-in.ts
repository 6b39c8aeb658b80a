import { hash } from 'node:crypto';
import type { GitHubSignIn, OAuthApp, Seal, SignInAttempt } from '../../shared/session-ports.ts';

/** As long as GitHub's code is good. */
export const SIGN_IN_SECONDS = 10 * 60;

export interface BeginSignInPorts {
  readonly github: Pick<GitHubSignIn, 'authorizationUrl'>;
  readonly attempts: Pick<Seal<SignInAttempt>, 'seal'>;
  /** 256 random bits, in base64url. */
  readonly newSecret: () => string;
}

export interface BegunSignIn {
  /** Where the browser goes. */
  readonly url: string;
  /** What the browser keeps until it comes back. */
  readonly attempt: string;
}

/** Sends somebody to GitHub, with a question that only this browser can bring the answer to. */
export async function beginSignIn(
  { github, attempts, newSecret }: BeginSignInPorts,
  app: OAuthApp,
  { returnTo, redirectUri, now }: { returnTo: string; redirectUri: string; now: Date },
): Promise<BegunSignIn> {
  const [state, codeVerifier] = [newSecret(), newSecret()];
  const expiresAt = new Date(now.getTime() + SIGN_IN_SECONDS * 1000).toISOString();
  const codeChallenge = hash('sha256', codeVerifier, 'base64url');
  return {
    url: github.authorizationUrl(app, { redirectUri, state, codeChallenge }),
    attempt: await attempts.seal({ state, codeVerifier, returnTo, expiresAt }),
  };
}
