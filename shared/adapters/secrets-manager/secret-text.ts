import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** A secret has to be mended. Never carries a value. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
}

/** @throws SecretError for a secret that is no text; the SDK's errors as they are. */
export async function readSecretText(client: SecretsManagerClient, secretId: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  if (SecretString === undefined) throw new SecretError('the secret is binary: store it as text');
  return SecretString;
}
