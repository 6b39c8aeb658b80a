import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { readSecretText, SecretError } from './secret-text.ts';

/** 32 letters and digits are 190 bits. CloudFormation makes twice as many. */
const MIN_LENGTH = 32;

/** The text that the keys of sessions derive from. @throws SecretError when it could be guessed. */
export async function readSessionKey(client: SecretsManagerClient, secretId: string): Promise<string> {
  const text = await readSecretText(client, secretId);
  if (text.length >= MIN_LENGTH) return text;
  throw new SecretError(`the session key is too short: store at least ${MIN_LENGTH} random characters`);
}
