import { isGitHubToken } from '../../shared/contracts/github/token.ts';

/**
 * The GitHub token of an `Authorization` header, or null when it has none. As GitHub does, takes `Bearer` and
 * `token`, and `Basic` with the token as the password (`curl -u USERNAME:TOKEN`).
 */
export function requestToken(authorization: string | undefined): string | null {
  if (authorization === undefined) return null;
  const [, scheme = '', credentials = ''] = /^(\S+) +(\S+)$/.exec(authorization.trim()) ?? [];
  const token = tokenOf(scheme.toLowerCase(), credentials);
  return token !== null && isGitHubToken(token) ? token : null;
}

function tokenOf(scheme: string, credentials: string): string | null {
  switch (scheme) {
    case 'bearer':
    case 'token':
      return credentials;
    case 'basic':
      return passwordOf(Buffer.from(credentials, 'base64').toString('utf8'));
    default:
      return null;
  }
}

/** A user name has no colon, a password may. */
function passwordOf(userAndPassword: string): string | null {
  const colon = userAndPassword.indexOf(':');
  return colon === -1 ? null : userAndPassword.slice(colon + 1);
}
