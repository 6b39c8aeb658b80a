import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { GitHubConnections, GitHubEnterprise, GitHubServer } from '../../github-ports.ts';
import { GitHubServerClient } from '../github-server/github-server-client.ts';
import { readConnections } from './connections-secret.ts';

/** Clients for all that the connections secret names. */
export class SecretGitHubConnections implements GitHubConnections {
  readonly #client: SecretsManagerClient;
  readonly #secretId: string;
  readonly #enterpriseOf: (token: string) => Promise<GitHubEnterprise>;

  /** @param enterpriseOf makes the client of the cloud enterprise, whose slug and API the deployment names. */
  constructor(
    client: SecretsManagerClient,
    secretId: string,
    enterpriseOf: (token: string) => Promise<GitHubEnterprise>,
  ) {
    this.#client = client;
    this.#secretId = secretId;
    this.#enterpriseOf = enterpriseOf;
  }

  async connect(): Promise<{
    readonly enterprise: GitHubEnterprise | null;
    readonly servers: readonly GitHubServer[];
  }> {
    const { cloudToken, serverInstances } = await readConnections(this.#client, this.#secretId);
    return {
      enterprise: cloudToken === null ? null : await this.#enterpriseOf(cloudToken),
      servers: serverInstances.map((connection) => new GitHubServerClient(connection)),
    };
  }
}
