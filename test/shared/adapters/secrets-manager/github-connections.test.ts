import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { secretsManagerClient } from '../../../../shared/adapters/aws-clients.ts';
import { SecretGitHubConnections } from '../../../../shared/adapters/secrets-manager/github-connections.ts';
import type { GitHubEnterprise } from '../../../../shared/github-ports.ts';
import { portOf } from '../../../support/engines/engine.ts';
import { REPORT } from '../github-server/pulling.ts';
import { body, REPORT_PATH, scriptedInstance } from '../github-server/scripted-instance.ts';

const unasked = () => Promise.reject(new Error('the enterprise is not asked'));
const ENTERPRISE: GitHubEnterprise = {
  consumedLicenses: unasked,
  linkedIdentities: unasked,
  licenseSyncStatus: unasked,
  serverInstallations: unasked,
  serverAccounts: unasked,
};

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Secrets Manager with the answer to every request for a value. */
async function connectionsOf(answer: object, status = 200) {
  const requests: unknown[] = [];
  const server = createServer(async (request, response) => {
    requests.push([request.headers['x-amz-target'], JSON.parse((await request.toArray()).join(''))]);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', `http://127.0.0.1:${portOf(server)}`);
  const client = secretsManagerClient();
  onTestFinished(() => {
    client.destroy();
    server.close();
  });
  const tokens: string[] = [];
  const connections = new SecretGitHubConnections(client, 'connections', async (token) => {
    tokens.push(token);
    return ENTERPRISE;
  });
  return { connections, requests, tokens };
}

describe('connections', () => {
  it('to all that the secret names, with the tokens it holds', async () => {
    const instance = await scriptedInstance({ [REPORT_PATH]: [body(REPORT)] });
    const secret = {
      cloud: { token: 'ghp_cloud' },
      server_instances: [
        { host_name: 'ghe.example.com', username: 'admin', token: 'ghp_server', base_url: instance.origin },
      ],
    };
    const { connections, requests, tokens } = await connectionsOf({ SecretString: JSON.stringify(secret) });
    const { enterprise, servers } = await connections.connect();
    expect(requests).toEqual([['secretsmanager.GetSecretValue', { SecretId: 'connections' }]]);
    expect(enterprise).toBe(ENTERPRISE);
    expect(tokens).toEqual(['ghp_cloud']);
    expect(servers.map(({ hostName }) => hostName)).toEqual(['ghe.example.com']);
    await servers[0]?.usersReport({
      observedAt: '2026-03-01T00:00:00.000Z',
      deadlineMs: Date.now() + 1_000,
      signal: new AbortController().signal,
      onRequest: () => undefined,
    });
    expect(instance.requests).toEqual([`${REPORT_PATH} Basic ${btoa('admin:ghp_server')}`]);
  });

  it('to nothing, when the secret names nothing', async () => {
    const { connections, tokens } = await connectionsOf({ SecretString: '{}' });
    expect(await connections.connect()).toEqual({ enterprise: null, servers: [] });
    expect(tokens).toEqual([]);
  });

  it('are read anew each time: a renewed token counts at once', async () => {
    const { connections, requests } = await connectionsOf({ SecretString: '{}' });
    await connections.connect();
    await connections.connect();
    expect(requests).toHaveLength(2);
  });
});

describe('connections that cannot be read', () => {
  it.each([
    ['the secret does not fit its schema', { SecretString: '{"cloud":{}}' }],
    ['the secret is no JSON', { SecretString: 'ghp_sentinel' }],
    ['the secret is binary', { SecretBinary: 'e30=' }],
  ])('by name, since no repetition helps: %s', async (_, answer) => {
    const { connections } = await connectionsOf(answer);
    await expect(connections.connect()).rejects.toMatchObject({ name: 'ConnectionsError' });
  });

  it('with the error of the SDK', async () => {
    const { connections } = await connectionsOf({ __type: 'ResourceNotFoundException' }, 400);
    await expect(connections.connect()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
