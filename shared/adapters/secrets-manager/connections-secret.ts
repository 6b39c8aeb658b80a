import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type Connections, ConnectionsError, parseConnections } from '../../contracts/github-connections.ts';

/**
 * The connections as they are stored now: never kept, so that a renewed token counts from the next run on.
 * @throws ConnectionsError when the secret has to be mended; the SDK's errors as they are.
 */
export async function readConnections(client: SecretsManagerClient, secretId: string): Promise<Connections> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  if (SecretString === undefined) {
    throw new ConnectionsError('the connections secret is binary: store its JSON as text');
  }
  return parseConnections(SecretString);
}
