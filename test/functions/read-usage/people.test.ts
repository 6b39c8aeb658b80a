import { describe, expect, it } from 'vitest';
import { peopleSchema } from '../../../shared/contracts/http/people.ts';
import { personIdOf } from '../../../shared/runtime/fingerprint.ts';
import { email } from '../../support/accounts.ts';
import { errorOf, type HttpAnswer } from '../../support/http-client.ts';
import { mergedWorld, ReadUsageWorld } from '../../support/read-usage-world.ts';

const ID = {
  mona: personIdOf('login:monalisa'),
  one: personIdOf('login:one'),
  two: personIdOf('login:two'),
  sam: personIdOf('email:sam@example.com'),
  solo: personIdOf('email:solo@example.com'),
};

function idsOf({ body }: HttpAnswer): string[] {
  return peopleSchema.parse(body).people.map(({ id }) => id);
}

describe('GET /people', () => {
  it('before the first merge is an empty page', async () => {
    for (const query of ['', '?q=mona', '?email=mona@example.com']) {
      const answer = await new ReadUsageWorld().call(`GET /people${query}`);
      expect(answer).toMatchObject({ status: 200, body: { total_count: 0, people: [] } });
    }
  });

  it('lists everybody in the order of the report, with why they consume a license', async () => {
    const answer = await (await mergedWorld()).call('GET /people');
    expect(idsOf(answer)).toEqual([ID.mona, ID.one, ID.two, ID.sam, ID.solo]);
    expect(answer.body).toMatchObject({ total_count: 5 });
    expect(peopleSchema.parse(answer.body).people[0]).toEqual({
      id: ID.mona,
      login: 'MonaLisa',
      emails: ['mona@example.com'],
      server_account_count: 2,
      host_names: ['ghes.example.com', 'github-only.example.com'],
      consumption: {
        consumes: true,
        reason: 'cloud-account',
        policy: "GitHub lists the account among the enterprise's consumed licenses.",
        license_type: 'enterprise',
      },
    });
  });

  it('numbers its pages and links them', async () => {
    const world = await mergedWorld();
    const answer = await world.call('GET /people?per_page=2&page=2', { stage: 'prod' });
    expect(idsOf(answer)).toEqual([ID.two, ID.sam]);
    expect(answer.headers.link).toBe(
      [
        '<https://api.example.com/prod/people?per_page=2&page=1>; rel="prev"',
        '<https://api.example.com/prod/people?per_page=2&page=3>; rel="next"',
        '<https://api.example.com/prod/people?per_page=2&page=3>; rel="last"',
        '<https://api.example.com/prod/people?per_page=2&page=1>; rel="first"',
      ].join(', '),
    );
  });

  it.each(['page=4&per_page=2', 'q=mona&page=2', 'email=mona@example.com&page=2'])(
    'is empty beyond the end, and still counts: %s',
    async (query) => {
      const answer = await (await mergedWorld()).call(`GET /people?${query}`);
      expect(answer.status).toBe(200);
      expect(idsOf(answer)).toEqual([]);
      expect(peopleSchema.parse(answer.body).total_count).toBeGreaterThan(0);
      expect(answer.headers.link).toContain('rel="first"');
    },
  );

  it.each([
    ['the canonical address', 'solo@example.com', [ID.solo]],
    ['a further address', 'solo@home.example', [ID.solo]],
    ['a verified address', 'mona@example.com', [ID.mona]],
    ['another spelling of it', ' MONA@Example.COM ', [ID.mona]],
    ['an address of two people', 'shared@example.com', [ID.one, ID.two]],
    ['an address of nobody', 'nobody@example.com', []],
    ['the beginning of an address only', 'mona@example.co', []],
  ])('finds people by exact address: %s', async (_name, address, ids) => {
    expect(
      idsOf(await (await mergedWorld()).call(`GET /people?email=${encodeURIComponent(address)}`)),
    ).toEqual(ids);
  });

  it.each([
    ['a login', 'monalisa', [ID.mona]],
    ['the beginning of a login', 'Mona', [ID.mona]],
    ['the beginning of an address', 'solo@', [ID.solo]],
    ['an address of two people', 'shared@example.com', [ID.one, ID.two]],
    ['the middle of a login', 'lisa', []],
    ['nothing but spaces', '  ', [ID.mona, ID.one, ID.two, ID.sam, ID.solo]],
  ])('finds people by what a login or an address begins with: %s', async (_name, q, ids) => {
    expect(idsOf(await (await mergedWorld()).call(`GET /people?q=${encodeURIComponent(q)}`))).toEqual(ids);
  });

  it.each([
    ['consumes=false', [ID.sam]],
    ['reason=dormant-server-account', [ID.solo]],
    ['deployment=server_only', [ID.sam, ID.solo]],
    ['deployment=cloud_only', [ID.two]],
    ['deployment=cloud_and_server', [ID.mona, ID.one]],
    ['source=cloud', [ID.mona, ID.one, ID.two]],
    ['source=server:GitHub-Only.example.com', [ID.mona]],
    ['consumes=true&source=server:ghes.example.com', [ID.mona, ID.one, ID.solo]],
    ['consumes=false&deployment=cloud_only', []],
    ['several_instances=true', [ID.mona]],
    ['several_instances=false&deployment=server_only', [ID.sam, ID.solo]],
    ['consumes=&reason=&deployment=&source=&q=mona', [ID.mona]],
    ['q=s&deployment=server_only', [ID.sam, ID.solo]],
    ['q=s&consumes=true', [ID.one, ID.two, ID.solo]],
    ['email=solo@example.com&consumes=true', [ID.solo]],
    ['email=solo@example.com&consumes=false', []],
  ])('takes who fits the filters: %s', async (query, ids) => {
    const answer = await (await mergedWorld()).call(`GET /people?${query}`);
    expect(idsOf(answer)).toEqual(ids);
    expect(answer.body).toMatchObject({ total_count: ids.length });
  });

  it('trusts the person, not a look-up that a merge under way has left behind', async () => {
    const world = await mergedWorld();
    const address = email('stale@example.com');
    world.people.lookups.set(address, new Set([ID.mona, personIdOf('login:gone')]));
    expect(idsOf(await world.call(`GET /people?email=${address}`))).toEqual([]);
  });

  it.each([
    ['page=0', 'page', 'must be a whole number from 1'],
    ['page=-1', 'page', 'must be a whole number from 1'],
    ['page=1.5', 'page', 'must be a whole number from 1'],
    ['page=', 'page', 'must be a whole number from 1'],
    ['page=1e3', 'page', 'must be a whole number from 1'],
    ['page=9999999999999', 'page', 'must be a whole number from 1'],
    ['per_page=0', 'per_page', 'must be a whole number from 1 to 100'],
    ['per_page=101', 'per_page', 'must be a whole number from 1 to 100'],
    ['consumes=maybe', 'consumes', 'must be true or false'],
    ['deployment=cloud', 'deployment', 'must be one of cloud_only, server_only, cloud_and_server, none'],
    ['source=example.com', 'source', 'must be cloud, or server: and a host name'],
    ['email=mona', 'email', 'must be one email address, with a plus sign written as %2B'],
    ['email=mona+tag@example.com', 'email', 'must be one email address, with a plus sign written as %2B'],
    [`q=${'a'.repeat(255)}`, 'q', 'must be at most 254 characters'],
    ['q=mona&email=mona@example.com', 'q', 'cannot be given together with email'],
  ])('refuses %s', async (query, field, message) => {
    const answer = await new ReadUsageWorld().call(`GET /people?${query}`);
    expect(answer.status).toBe(422);
    expect(errorOf(answer)).toMatchObject({
      message: 'Validation Failed',
      errors: [{ resource: 'Person', field, code: 'invalid', message }],
      status: '422',
    });
  });

  it.each(['email=mona@example.com', 'q=mona', 'email=mona@@example.com'])(
    'never logs who is looked for or found: %s',
    async (query) => {
      const { output } = await (await mergedWorld()).call(`GET /people?${query}`);
      expect(output.lines()).toHaveLength(1);
      expect(output.text().toLowerCase()).not.toContain('mona');
    },
  );
});
