import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { secretsManagerClient } from '../../../../shared/adapters/aws-clients.ts';
import { readSessionKey } from '../../../../shared/adapters/secrets-manager/session-key.ts';
import { startAnsweringServer } from '../../../support/answering-server.ts';

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
afterEach(() => vi.unstubAllEnvs());

/** Reads the key from a Secrets Manager with this answer. */
async function keyOf(answer: object): Promise<string> {
  const { url } = await startAnsweringServer((_, response) => response.end(JSON.stringify(answer)));
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', url);
  return readSessionKey(secretsManagerClient(), 'session-key');
}

it('is what CloudFormation has made', async () => {
  expect(await keyOf({ SecretString: 'a'.repeat(64) })).toBe('a'.repeat(64));
});

it.each([
  ['could be guessed', { SecretString: 's3cret' }, 'at least 32 random characters'],
  ['is no text', { SecretBinary: 'AAAA' }, 'store it as text'],
])('that %s has to be mended', async (_what, answer, message) => {
  const failure = await keyOf(answer).catch((error: unknown) => String(error));
  expect(failure).toContain(message);
  expect(failure).not.toContain('s3cret');
});
