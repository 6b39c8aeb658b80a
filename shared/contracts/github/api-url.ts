import * as z from 'zod';

const EXPECTED = 'the URL of the GitHub API, as https://api.github.com or https://api.SUBDOMAIN.ghe.com';

/**
 * Where the cloud enterprise's API is: an origin, since REST and GraphQL (`/graphql`) begin at its root. A token is
 * never sent in the clear, except to a peer on this very machine.
 */
export const githubApiUrl = z.string(EXPECTED).transform((value, context) => {
  const url = URL.parse(value.trim());
  if (url !== null && isSafe(url) && isOrigin(url)) return url.origin;
  context.addIssue(EXPECTED);
  return z.NEVER;
});

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
}

function isOrigin(url: URL): boolean {
  return url.href === `${url.origin}/`;
}
