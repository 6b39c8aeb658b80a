import { type GitHubPeer, startGitHubPeer } from '../../test/peers/github-peer.ts';
import type { Assembly } from './assembly.ts';
import type { DataDirectory } from './data-directory.ts';
import { peerTokens } from './peer-tokens.ts';
import { synthesize } from './synthesize.ts';

/** What is run: a synthesized stack, and what it needs that no template has. */
export interface Application {
  readonly assembly: Assembly;
  /** Values of secrets, by the logical id without the hash that CDK appends; the others keep their initial one. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What run.json tells besides. */
  readonly runFile: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** License Usage Sync with a GitHub of its own. */
export interface LicenseUsageApplication extends Application {
  readonly peer: GitHubPeer;
}

/** The enterprise that the peer shows. */
export interface ShownEnterprise {
  readonly people: number;
  readonly seed: number;
}

const ENTERPRISE = 'acme';

/** Mails end in a file of the data directory. */
const NOTICE_EMAIL = 'owners@example.com';

/** Starts the peer, and synthesizes the application of cdk.json for it. */
export async function startApplication(
  data: DataDirectory,
  shown: ShownEnterprise,
): Promise<LicenseUsageApplication> {
  const tokens = await peerTokens(data.peerTokens);
  const peer = await startGitHubPeer({ enterprise: ENTERPRISE, tokens, ...shown });
  try {
    const context = { enterprise: peer.enterprise, githubApiUrl: peer.url, noticeEmail: NOTICE_EMAIL };
    return {
      assembly: await synthesize(data.cloudAssembly, context),
      secrets: secretsFor(peer),
      runFile: { github: peer.url, enterprise: peer.enterprise, token: peer.ownerToken },
      peer,
      stop: () => peer.close(),
    };
  } catch (error) {
    await peer.close();
    throw error;
  }
}

/** What an operator of a deployment would store. */
function secretsFor({ connections, oauthApp }: GitHubPeer): Application['secrets'] {
  const { clientId, clientSecret } = oauthApp;
  return {
    ConnectionsSecret: JSON.stringify(connections),
    SignInOAuthApp: JSON.stringify({ client_id: clientId, client_secret: clientSecret }),
  };
}
