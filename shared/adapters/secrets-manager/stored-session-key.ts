import { secretsManagerClient } from '../aws-clients.ts';
import { readSessionKey } from './session-key.ts';

/** The session key, read with a client of its own. @throws SecretError when it could be guessed. */
export function storedSessionKey(secretId: string): Promise<string> {
  return readSessionKey(secretsManagerClient(), secretId);
}
