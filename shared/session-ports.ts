/** Somebody who is signed in to the console. Kept nowhere but in the browser, sealed. */
export interface Session {
  /** Of GitHub: every request asks with it whether this is an owner. */
  readonly token: string;
  readonly login: string;
  /** What a request that changes something has to repeat, because other sites cannot know it. */
  readonly csrfToken: string;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/** A sign-in that is at GitHub at the moment. Kept in the browser as well, sealed. */
export interface SignInAttempt {
  /** Comes back with the answer, or the answer is to somebody else's question. */
  readonly state: string;
  /** Proves to GitHub that whoever exchanges the code is who asked for it (RFC 7636). */
  readonly codeVerifier: string;
  /** Place in the page, such as `#/people`. */
  readonly returnTo: string;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/** Makes a text that tells nobody its content and that nobody else can make. */
export interface Seal<Content extends { readonly expiresAt: string }> {
  seal(content: Content): Promise<string>;
  /** Null for what was changed, was sealed for something else or with another key, or has expired. */
  open(text: string, now: Date): Promise<Content | null>;
}

/** How the deployment is known to GitHub. */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface AuthorizationRequest {
  /** Where GitHub sends the browser back to. */
  readonly redirectUri: string;
  readonly state: string;
  /** SHA-256 of the code verifier, in base64url. */
  readonly codeChallenge: string;
}

export interface CodeExchange {
  readonly code: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
}

export type ExchangedCode =
  | { readonly outcome: 'token'; readonly token: string }
  /** The code is wrong, was used before or is too old. */
  | { readonly outcome: 'expired' }
  /** GitHub did not answer, or not as it should; or the OAuth app is not set up as it has to be. */
  | { readonly outcome: 'unavailable' };

/** GitHub's web application flow. */
export interface GitHubSignIn {
  /** Where the browser is sent. */
  authorizationUrl(app: OAuthApp, request: AuthorizationRequest): string;
  /** Never throws. */
  exchange(app: OAuthApp, exchange: CodeExchange): Promise<ExchangedCode>;
  /** Makes GitHub forget a token that the app was given, and leaves any other alone. Never throws. */
  revoke(app: OAuthApp, token: string): Promise<void>;
}
