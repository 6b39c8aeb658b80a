import { X509Certificate } from 'node:crypto';
import * as z from 'zod';
import { toDotPath } from 'zod/v4/core';
import { type HostName, normalizeHostName } from '../domain/host-name.ts';

/** Visible ASCII: all that a header can carry, and nothing that a copy and paste brings along unseen. */
const VISIBLE = /^[\x21-\x7e]+$/;

const TOKEN = 'a personal access token (classic) without white space; paste it again';
const token = z.string(TOKEN).regex(VISIBLE, TOKEN);

/** Visible, and without the colon that ends a user name in basic authentication. */
const USERNAME = 'the user name of a site administrator, without white space and colons';
const username = z.string(USERNAME).regex(/^[\x21-\x39\x3b-\x7e]+$/, USERNAME);

const HOST_NAME = 'the host name of an instance, such as `ghe.example.com`';
const hostName = z.string(HOST_NAME).transform((raw, context): HostName => {
  const normalized = normalizeHostName(raw);
  if (normalized !== null) return normalized;
  context.addIssue({ code: 'custom', message: HOST_NAME });
  return z.NEVER;
});

const BASE_URL =
  'a URL such as `https://ghe.example.com:8443`, without path, query and credentials; ' +
  '`http:` is for 127.0.0.1 only';
const baseUrl = z.string(BASE_URL).transform((raw, context): string => {
  const origin = originOf(raw);
  if (origin !== null) return origin;
  context.addIssue({ code: 'custom', message: BASE_URL });
  return z.NEVER;
});

const CERTIFICATE =
  'one or several certificates in PEM, from `-----BEGIN CERTIFICATE-----` on, with their line breaks, ' +
  'and no private key';
const certificates = z.string(CERTIFICATE).refine(areCertificates, CERTIFICATE);

const serverInstance = z
  .strictObject(
    {
      host_name: hostName,
      username,
      token,
      base_url: baseUrl.optional(),
      ca_certificate: certificates.optional(),
    },
    { error: onlyMembers('host_name, username, token, base_url and ca_certificate') },
  )
  .transform(
    (instance): ServerConnection => ({
      hostName: instance.host_name,
      username: instance.username,
      token: instance.token,
      baseUrl: instance.base_url ?? `https://${instance.host_name}`,
      caCertificate: instance.ca_certificate ?? null,
    }),
  );

/** The secret in which an operator names what is pulled. `{}`, its first value, names nothing. */
export const connectionsSecret = z
  .strictObject(
    {
      cloud: z.strictObject({ token }, { error: onlyMembers('token') }).optional(),
      server_instances: z.array(serverInstance, 'a list of instances').superRefine(refuseRepeated).optional(),
    },
    { error: onlyMembers('cloud and server_instances') },
  )
  .transform(
    ({ cloud, server_instances = [] }): Connections => ({
      cloudToken: cloud?.token ?? null,
      serverInstances: server_instances,
    }),
  );

/** The secret as it is written. */
export type ConnectionsSecret = z.input<typeof connectionsSecret>;

/** How one server instance is reached. */
export interface ServerConnection {
  readonly hostName: HostName;
  /** Of a site administrator. */
  readonly username: string;
  /** Classic, with the scope `site_admin`. */
  readonly token: string;
  /** Scheme, host and port, without a slash at the end. */
  readonly baseUrl: string;
  /** Certificates in PEM that are trusted besides the usual ones. */
  readonly caCertificate: string | null;
}

export interface Connections {
  /** Classic, with the scope `read:enterprise`; null when the cloud enterprise is not pulled. */
  readonly cloudToken: string | null;
  /** Each host name once. */
  readonly serverInstances: readonly ServerConnection[];
}

/** The connections secret does not fit its schema, which no repetition mends. Never carries a value. */
export class ConnectionsError extends Error {
  override readonly name = 'ConnectionsError';
}

/** @throws ConnectionsError that names every bad member at once, and what is expected there. */
export function parseConnections(text: string): Connections {
  const parsed = connectionsSecret.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${toDotPath(path) || 'the secret'}: expected ${message}`,
  );
  throw new ConnectionsError(`the connections secret has to be mended: ${problems.join('. ')}`);
}

/** The message of a SyntaxError quotes the text, which is full of tokens. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConnectionsError('the connections secret is not JSON: store an object, `{}` at the least');
  }
}

/** A member that is not known may be a token in the wrong place, so that its name is not told. */
function onlyMembers(names: string): (issue: { readonly code?: string }) => string {
  return ({ code }) =>
    code === 'unrecognized_keys' ? `no other members than ${names}` : `an object with ${names}`;
}

function originOf(raw: string): string | null {
  const url = URL.parse(raw);
  if (url === null || url.pathname !== '/' || `${url.search}${url.hash}` !== '') return null;
  if (`${url.username}${url.password}` !== '') return null;
  const isLocal = url.protocol === 'http:' && url.hostname === '127.0.0.1';
  return url.protocol === 'https:' || isLocal ? url.origin : null;
}

function areCertificates(text: string): boolean {
  const labels = [...text.matchAll(/-----BEGIN ([^-]*)-----/g)].map(([, label]) => label);
  if (labels.length === 0 || labels.some((label) => label !== 'CERTIFICATE')) return false;
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.length === labels.length && blocks.every(isCertificate);
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

function refuseRepeated(instances: readonly ServerConnection[], context: z.RefinementCtx): void {
  const seen = new Set<HostName>();
  for (const [index, { hostName }] of instances.entries()) {
    if (seen.has(hostName)) {
      const message = 'a host name that no instance before has';
      context.addIssue({ code: 'custom', path: [index, 'host_name'], message });
    }
    seen.add(hostName);
  }
}
