/** The host name of a server instance: lower case, without scheme, port or path. */
export type HostName = string & { readonly __brand: 'HostName' };

/** RFC 1035 2.3.4 caps a name at 255 octets. Underscores are no DNS letters, but GitHub's own example has them. */
const HOST_NAME = /^[a-z0-9]([a-z0-9._-]{0,252}[a-z0-9])?$/;

/**
 * GitHub spells it `hostname`, `host_name`, `hostName` and as the front of `host:id`; all become this one form.
 * Returns null for what cannot be a host name.
 */
export function normalizeHostName(raw: string): HostName | null {
  if (HOST_NAME.test(raw)) return raw as HostName;
  const host = raw
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/:\d+$/, '');
  return HOST_NAME.test(host) ? (host as HostName) : null;
}
