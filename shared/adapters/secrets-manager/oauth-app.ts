import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { parseOAuthApp } from '../../contracts/oauth-app.ts';
import type { OAuthApp } from '../../session-ports.ts';
import { readSecretText } from './secret-text.ts';

/**
 * The OAuth app that owners sign in through, or null when none is configured.
 * @throws OAuthAppError when the secret has to be mended; SecretError for one that is no text.
 */
export async function readOAuthApp(client: SecretsManagerClient, secretId: string): Promise<OAuthApp | null> {
  return parseOAuthApp(await readSecretText(client, secretId));
}
