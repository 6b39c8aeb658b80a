import { hash } from 'node:crypto';
import type {
  AuthorizationRequest,
  CodeExchange,
  ExchangedCode,
  GitHubSignIn,
  OAuthApp,
} from '../../../shared/session-ports.ts';

/** Knows the codes it is told of, gives each one's token once, and notes which tokens it has to forget. */
export class ScriptedSignIn implements GitHubSignIn {
  readonly tokens = new Map<string, string>();
  readonly revoked: string[] = [];
  isAvailable = true;
  #request: AuthorizationRequest | null = null;

  authorizationUrl({ clientId }: OAuthApp, request: AuthorizationRequest): string {
    this.#request = request;
    return `https://github.example.com/authorize?client_id=${clientId}&state=${request.state}`;
  }

  async exchange(_app: OAuthApp, { code, codeVerifier, redirectUri }: CodeExchange): Promise<ExchangedCode> {
    if (!this.isAvailable) return { outcome: 'unavailable' };
    const token = this.tokens.get(code);
    this.tokens.delete(code);
    const isProven = hash('sha256', codeVerifier, 'base64url') === this.#request?.codeChallenge;
    if (token === undefined || !isProven || redirectUri !== this.#request?.redirectUri) {
      return { outcome: 'expired' };
    }
    return { outcome: 'token', token };
  }

  async revoke(_app: OAuthApp, token: string): Promise<void> {
    this.revoked.push(token);
  }
}
