import { describe, expect, it } from 'vitest';
import { ConnectionsError, parseConnections } from '../../../shared/contracts/github-connections.ts';
import { certificateAuthority } from '../adapters/github-server/certificates.ts';

const CA = (await certificateAuthority('Example CA')).cert;
const KEY = '-----BEGIN PRIVATE KEY-----\nc2VudGluZWw=\n-----END PRIVATE KEY-----\n';

const INSTANCE = { host_name: 'ghe.example.com', username: 'site-admin', token: 'ghp_0123456789' };

function parse(secret: unknown) {
  return parseConnections(JSON.stringify(secret));
}

function messageOf(text: string): string {
  try {
    parseConnections(text);
  } catch (error) {
    if (error instanceof ConnectionsError) return error.message;
    throw error;
  }
  return 'the secret was accepted';
}

describe('a secret', () => {
  it('may name nothing at all', () => {
    expect(parse({})).toEqual({ cloudToken: null, serverInstances: [] });
  });

  it('names the token of the cloud enterprise', () => {
    expect(parse({ cloud: { token: 'ghp_cloud' } }).cloudToken).toBe('ghp_cloud');
  });

  it('names instances, which are at their host names unless it says otherwise', () => {
    const there = { ...INSTANCE, host_name: 'HTTPS://GHE2.Example.com/', base_url: 'https://10.0.0.1:8443/' };
    const { serverInstances } = parse({ server_instances: [INSTANCE, { ...there, ca_certificate: CA }] });
    expect(serverInstances).toEqual([
      {
        hostName: 'ghe.example.com',
        username: 'site-admin',
        token: 'ghp_0123456789',
        baseUrl: 'https://ghe.example.com',
        caCertificate: null,
      },
      {
        hostName: 'ghe2.example.com',
        username: 'site-admin',
        token: 'ghp_0123456789',
        baseUrl: 'https://10.0.0.1:8443',
        caCertificate: CA,
      },
    ]);
  });

  it.each([
    ['several', `${CA}\n${CA}`],
    ['one with remarks', `subject=Example CA\n${CA}`],
    ['one with Windows line ends', CA.replaceAll('\n', '\r\n')],
  ])('takes certificates: %s', (_, ca_certificate) => {
    expect(parse({ server_instances: [{ ...INSTANCE, ca_certificate }] }).serverInstances).toHaveLength(1);
  });

  it('takes plain HTTP on this machine', () => {
    const base_url = 'http://127.0.0.1:3000';
    expect(parse({ server_instances: [{ ...INSTANCE, base_url }] }).serverInstances).toMatchObject([
      { baseUrl: base_url },
    ]);
  });
});

describe('a secret that has to be mended', () => {
  it.each([
    ['host_name', 'ghe example com'],
    ['host_name', ''],
    ['host_name', undefined],
    ['username', 'sentinel:admin'],
    ['username', 'sentinel admin'],
    ['username', ''],
    ['username', 7],
    ['token', ''],
    ['token', 'ghp_sentinel '],
    ['token', 'ghp_sentinel\n'],
    ['token', 'ghp_sentinél'],
    ['token', null],
    ['base_url', 'http://sentinel.example.com'],
    ['base_url', 'http://127.0.0.1.sentinel.example.com'],
    ['base_url', 'sentinel.example.com'],
    ['base_url', 'https://sentinel:admin@ghe.example.com'],
    ['base_url', 'https://ghe.example.com/sentinel'],
    ['base_url', 'https://ghe.example.com/?sentinel'],
    ['base_url', 'ftp://sentinel.example.com'],
    ['ca_certificate', ''],
    ['ca_certificate', 'sentinel'],
    ['ca_certificate', CA.replaceAll('\n', ' ').replace('M', 'N')],
    ['ca_certificate', CA.slice(0, -40)],
    ['ca_certificate', CA + KEY],
    ['ca_certificate', '-----BEGIN CERTIFICATE-----\nc2VudGluZWw=\n-----END CERTIFICATE-----\n'],
  ])('names %s, and tells no value: %j', (member, value) => {
    const message = messageOf(
      JSON.stringify({ server_instances: [INSTANCE, { ...INSTANCE, host_name: 'b', [member]: value }] }),
    );
    expect(message).toContain(`server_instances[1].${member}: expected `);
    expect(message).not.toMatch(/sentin|ghp_|c2Vud/);
  });

  it.each([
    [{ cloud: {} }, 'cloud.token: expected '],
    [{ cloud: 'ghp_sentinel' }, 'cloud: expected an object'],
    [{ cloud: { token: 'ghp_a', ghp_sentinel: '' } }, 'cloud: expected no other members than token'],
    [{ server_instances: {} }, 'server_instances: expected a list'],
    [{ server_instances: ['ghp_sentinel'] }, 'server_instances[0]: expected an object'],
    [{ server_instance: [] }, 'the secret: expected no other members than cloud and server_instances'],
    [{ ghp_sentinel: '' }, 'the secret: expected no other members'],
    [['ghp_sentinel'], 'the secret: expected an object'],
    ['ghp_sentinel', 'the secret: expected an object'],
    [{ server_instances: [INSTANCE, { ...INSTANCE, host_name: 'GHE.example.com:443' }] }, '[1].host_name: '],
  ])('%j', (secret, expected) => {
    const message = messageOf(JSON.stringify(secret));
    expect(message).toContain(expected);
    expect(message).not.toContain('sentinel');
  });

  it('names every bad member at once', () => {
    const message = messageOf(JSON.stringify({ cloud: { token: '' }, server_instances: [{}] }));
    expect(message.match(/[a-z_\d.[\]]+: expected/g)).toEqual([
      'cloud.token: expected',
      'server_instances[0].host_name: expected',
      'server_instances[0].username: expected',
      'server_instances[0].token: expected',
    ]);
  });

  it.each(['', 'ghp_sentinel', '{"cloud":{"token":"ghp_sentinel"}'])('is not JSON: %j', (text) => {
    expect(messageOf(text)).toBe('the connections secret is not JSON: store an object, `{}` at the least');
  });
});
