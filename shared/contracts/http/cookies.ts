/** What a browser keeps for the console: who is signed in, and a sign-in that is under way. */
export type CookieName = 'session' | 'sign-in';

export type Scheme = 'http' | 'https';

/**
 * With the prefix a browser takes the cookie from this very host over https only, so that no neighbor under the same
 * domain can plant one. API Gateway speaks nothing else; the local run speaks http.
 */
function fullName(name: CookieName, scheme: Scheme): string {
  return scheme === 'https' ? `__Host-${name}` : name;
}

/** Null when there is none. `cookies` are as API Gateway gives them, each `name=value`. */
export function readCookie(cookies: readonly string[], name: CookieName, scheme: Scheme): string | null {
  const start = `${fullName(name, scheme)}=`;
  return cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length) ?? null;
}

/**
 * A `Set-Cookie` that no script can read. Lax, not Strict: GitHub sends the browser back to the callback, which needs
 * the cookie. With a `maxAgeSeconds` of 0 the browser forgets it.
 */
export function setCookie(
  name: CookieName,
  value: string,
  { scheme, maxAgeSeconds }: { readonly scheme: Scheme; readonly maxAgeSeconds: number },
): string {
  const secure = scheme === 'https' ? '; Secure' : '';
  return `${fullName(name, scheme)}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

export function forgetCookie(name: CookieName, scheme: Scheme): string {
  return setCookie(name, '', { scheme, maxAgeSeconds: 0 });
}
