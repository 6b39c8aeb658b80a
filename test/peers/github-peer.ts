import type { HostName } from '../../shared/domain/host-name.ts';
import { type Enterprise, generateEnterprise } from '../support/enterprise/enterprise.ts';
import { certificateAuthority, certificateFor } from './certificates.ts';
import { CloudApi } from './cloud/cloud-api.ts';
import { type IdentityProvider, showEnterprise } from './content/enterprise-shown.ts';
import { Faults } from './faults/faults.ts';
import type { Api } from './http/api.ts';
import { exchange } from './http/exchange.ts';
import { listen } from './http/listen.ts';
import { withReplaceableEnterprise } from './http/replace-enterprise.ts';
import { RequestLog } from './http/request-log.ts';
import { newOAuthApp, type RegisteredApp } from './oauth/oauth-app.ts';
import { ServerApi } from './server/server-api.ts';
import { type CloudTokens, newToken, newTokens, rolesOf } from './tokens.ts';

const CLOUD_HOST = 'api.github.example.com';
const SITE_ADMIN = 'site-admin';

export interface GitHubPeerOptions {
  /** Slug. */
  readonly enterprise: string;
  readonly people: number;
  readonly seed: number;
  /** Whether the cloud API is served over TLS as well; server instances always are. */
  readonly tls?: boolean;
  readonly identityProvider?: IdentityProvider;
  /** New ones unless given: whoever holds one can go on with it at another peer. */
  readonly tokens?: CloudTokens;
  /** Any free ones unless given, in the order of the instances. */
  readonly ports?: { readonly cloud: number; readonly servers: readonly number[] };
}

export interface ServerPeer {
  readonly hostName: HostName;
  /** `https://127.0.0.1:port` */
  readonly url: string;
  /** Of a site admin. */
  readonly username: string;
  readonly token: string;
  /** PEM */
  readonly certificateAuthority: string;
}

/** What an operator configures in the secret of connections. */
export interface PeerConnections {
  readonly cloud: { readonly token: string };
  readonly server_instances: readonly {
    readonly host_name: string;
    readonly username: string;
    readonly token: string;
    readonly base_url: string;
    readonly ca_certificate: string;
  }[];
}

/** A GitHub that runs on this machine: an enterprise on the cloud and its server instances. */
export interface GitHubPeer {
  /** Of the cloud's REST API; GraphQL is under `/graphql`, OAuth under `/login/oauth`. */
  readonly url: string;
  /** Slug. */
  readonly enterprise: string;
  /** Has the scope `read:enterprise`. */
  readonly ownerToken: string;
  /** The same owner's, without any scope. */
  readonly ownerTokenWithoutScope: string;
  readonly memberToken: string;
  /** PEM */
  readonly certificateAuthority: string;
  readonly servers: readonly ServerPeer[];
  readonly connections: PeerConnections;
  /** Registered with it: whoever authorizes it is an owner or a mere member, as they choose. */
  readonly oauthApp: RegisteredApp;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /**
   * Shows another enterprise from now on. Rejects with a RangeError when it lacks one of the peer's instances, and
   * the one before stays.
   */
  show(enterprise: Enterprise): Promise<void>;
  close(): Promise<void>;
}

export async function startGitHubPeer(options: GitHubPeerOptions): Promise<GitHubPeer> {
  const { people, seed, identityProvider = 'enterprise-saml', tls = false, ports } = options;
  const { tokens = newTokens() } = options;
  const enterprise = generateEnterprise({ people, seed });
  const hostNames = enterprise.instances.map((instance) => instance.hostName);
  const shownAs = { slug: options.enterprise, identityProvider, hostNames };
  let shown = await showEnterprise(enterprise, shownAs);
  const show = async (other: Enterprise) => {
    shown = await showEnterprise(other, shownAs);
  };
  const faults = new Faults();
  const requests = new RequestLog();
  const listenerOf = (api: Api) =>
    exchange({ api, faults, requests, uploadAgain: () => shown.uploadAgain(Date.now()) });

  const oauthApp = newOAuthApp();
  const cloudListener = listenerOf(new CloudApi(rolesOf(tokens), oauthApp, () => shown));
  const cloud = await listen(
    withReplaceableEnterprise(cloudListener, { show, hostNames }),
    ports?.cloud ?? 0,
    tls ? await certificateFor(CLOUD_HOST) : null,
  );
  const listening = [cloud];
  const servers: ServerPeer[] = [];
  for (const [position, hostName] of hostNames.entries()) {
    const siteAdmin = { username: SITE_ADMIN, token: newToken() };
    const listener = listenerOf(new ServerApi(hostName, siteAdmin, () => shown));
    const server = await listen(listener, ports?.servers[position] ?? 0, await certificateFor(hostName));
    listening.push(server);
    const authority = await certificateAuthority();
    servers.push({ hostName, url: server.url, ...siteAdmin, certificateAuthority: authority });
  }
  return {
    url: cloud.url,
    enterprise: options.enterprise,
    ownerToken: tokens.owner,
    ownerTokenWithoutScope: tokens.ownerWithoutScope,
    memberToken: tokens.member,
    certificateAuthority: await certificateAuthority(),
    servers,
    connections: connectionsOf(tokens.owner, servers),
    oauthApp,
    faults,
    requests,
    show,
    close: async () => {
      await Promise.all(listening.map((server) => server.close()));
    },
  };
}

function connectionsOf(token: string, servers: readonly ServerPeer[]): PeerConnections {
  return {
    cloud: { token },
    server_instances: servers.map((server) => ({
      host_name: server.hostName,
      username: server.username,
      token: server.token,
      base_url: server.url,
      ca_certificate: server.certificateAuthority,
    })),
  };
}
