/**
 * Where people meet GitHub, by the URL of its API: `https://github.com`, or `https://SUBDOMAIN.ghe.com` with data
 * residency. Any other host has both.
 */
export function githubWebUrl(apiUrl: string): string {
  return apiUrl.replace(/^https:\/\/api\.(github\.com|[^.]+\.ghe\.com)$/, 'https://$1');
}
