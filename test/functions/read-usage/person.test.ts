import { describe, expect, it } from 'vitest';
import { personSchema } from '../../../shared/contracts/http/person.ts';
import { personIdOf } from '../../../shared/runtime/fingerprint.ts';
import { errorOf } from '../../support/http-client.ts';
import { mergedWorld } from '../../support/read-usage-world.ts';

const CLOUD = { source: 'cloud', channel: 'rest', observed_at: '2026-03-02T00:00:00.000Z', accounts: 3 };
const REPORT = {
  source: 'server:ghes.example.com',
  channel: 'users-report',
  observed_at: '2026-03-01T00:00:00.000Z',
  accounts: 4,
};
const EXPORT = {
  source: 'server:ghes.example.com',
  channel: 'export',
  observed_at: '2026-02-01T00:00:00.000Z',
  accounts: 1,
};

async function personOf(key: Parameters<typeof personIdOf>[0]) {
  const { body } = await (await mergedWorld()).call(`GET /people/${personIdOf(key)}`);
  return personSchema.parse(body);
}

describe('GET /people/{id}', () => {
  it('gives the accounts, each with where its facts come from, and the evidence that they are one person', async () => {
    expect(await personOf('login:monalisa')).toEqual({
      id: personIdOf('login:monalisa'),
      login: 'MonaLisa',
      emails: ['mona@example.com'],
      consumption: {
        consumes: true,
        reason: 'cloud-account',
        policy: "GitHub lists the account among the enterprise's consumed licenses.",
        license_type: 'enterprise',
        since: '2026-03-02T00:00:00.000Z',
      },
      cloud_account: {
        login: 'MonaLisa',
        verified_emails: ['mona@example.com'],
        saml_name_id: 'mona',
        license_type: 'enterprise',
        observations: [CLOUD],
      },
      server_accounts: [
        {
          account: 'ghes.example.com:1',
          host_name: 'ghes.example.com',
          user_id: 1,
          system_user: null,
          primary_email: 'mona@example.com',
          further_emails: null,
          suspended: false,
          dormant: false,
          site_admin: false,
          security_products: null,
          observations: [REPORT, EXPORT],
        },
        {
          account: 'github-only.example.com:9',
          host_name: 'github-only.example.com',
          user_id: 9,
          system_user: null,
          primary_email: null,
          further_emails: null,
          suspended: null,
          dormant: null,
          site_admin: null,
          security_products: null,
          observations: [CLOUD],
        },
      ],
      visual_studio_subscriptions: [],
      matches: expect.arrayContaining([
        {
          rule: 'verified-email',
          account: 'ghes.example.com:1',
          with: '@monalisa',
          email: 'mona@example.com',
        },
        { rule: 'github-match', account: 'github-only.example.com:9', with: '@monalisa', email: null },
      ]),
      ambiguities: [],
      first_seen_at: '2026-03-02T00:00:00.000Z',
    });
  });

  it('tells why a person consumes no license', async () => {
    expect((await personOf('email:sam@example.com')).consumption).toEqual({
      consumes: false,
      reason: 'suspended',
      policy: 'Suspended users do not consume a license.',
      license_type: null,
      since: null,
    });
  });

  it('tells of a match that was refused, and between whom', async () => {
    const { ambiguities } = await personOf('login:one');
    expect(ambiguities).toEqual([
      {
        refused: {
          rule: 'verified-email',
          account: 'ghes.example.com:4',
          with: '@two',
          email: 'shared@example.com',
        },
        cloud_accounts: ['@one', '@two'],
      },
    ]);
  });

  it.each([
    ['nobody has', personIdOf('login:nobody')],
    ['is too short', 'abc'],
    ['is in upper case', personIdOf('login:monalisa').toUpperCase()],
    ['is an address', 'mona@example.com'],
  ])('answers 404 for an id that %s', async (_name, id) => {
    const answer = await (await mergedWorld()).call(`GET /people/${id}`);
    expect(answer.status).toBe(404);
    expect(errorOf(answer)).toMatchObject({ message: 'Not Found', status: '404' });
    expect(answer.output.text()).not.toContain('mona');
  });
});
