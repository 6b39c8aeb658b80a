import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { usageSchema } from '../../shared/contracts/http/usage.ts';
import { RunningStack } from '../support/running-stack.ts';

// Three shapes that nobody here wrote: each came from GitHub or from a public consumer of GitHub's files.

const HOST = 'example_host_name';

/** The example of `GET /enterprises/{enterprise}/consumed-licenses` in GitHub's OpenAPI description. */
function consumedLicensesExample(): unknown {
  const file = new URL('../../node_modules/@octokit/openapi/generated/ghec.deref.json', import.meta.url);
  const operation = z.object({
    get: z.object({
      responses: z.object({
        200: z.object({
          content: z.object({
            'application/json': z.object({
              examples: z.object({ default: z.object({ value: z.unknown() }) }),
            }),
          }),
        }),
      }),
    }),
  });
  const description = z
    .object({ paths: z.object({ '/enterprises/{enterprise}/consumed-licenses': operation }) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  const { responses } = description.paths['/enterprises/{enterprise}/consumed-licenses'].get;
  return responses[200].content['application/json'].examples.default.value;
}

const ALL_USERS = `created_at,id,login,email,role,suspended?,last_logged_ip,repos,ssh_keys,org_memberships,dormant?,last_active,raw_login,2fa_enabled?
2015-02-03 10:21:31 -0800,123,monalisa,monalisa@github.com,admin,false,192.0.2.10,12,2,3,false,2026-02-27 08:00:00 -0800,"{""login"":""monalisa"",""from"":""ldap, main"",""at"":""10:21, Tuesday""}",true
2016-05-06 11:31:41 -0800,124,hubot,hubot@example.com,user,true,,0,0,0,true,,"{""login"":""hubot"",""groups"":[""bots"",""ci""]}",false
`;

const ENCRYPTED_EXPORT = JSON.stringify({
  instance: {
    server_id: '7f6f1d8a-5b1c-4a8e-9f43-2f1d3c0b9a11',
    host_name: HOST,
    version: '3.15.2',
    public_key: 'LS0tLS1CRUdJTiBQR1AgUFVCTElDIEtFWSBCTE9DSy0tLS0t',
    features: ['license_usage_sync', 'contributions', 'search'],
  },
  users: Buffer.from('nobody outside GitHub can read this'.repeat(2000)).toString('base64'),
});

let running: RunningStack;

beforeAll(async () => {
  running = await RunningStack.start();
});

afterAll(() => running.remove());

test("GitHub's example of consumed licenses: two people, three server accounts", async () => {
  const upload = await running.drop(JSON.stringify(consumedLicensesExample()), { fileName: 'licenses.json' });
  expect(upload).toMatchObject({ state: 'merged', counts: { people_added: 2 } });
  expect(await running.get('/usage')).toMatchObject({
    people: 2,
    consumed: 2,
    accounts: { cloud: 1, server: 3 },
    by_deployment: { cloud_and_server: { people: 1 }, server_only: { people: 1 } },
    github: { seats_consumed: 5000, seats_purchased: 4500 },
  });
});

test('a users report with commas and quotes in its raw logins', async () => {
  const upload = await running.drop(ALL_USERS, { fileName: 'all_users.csv', hostName: HOST });
  expect(upload).toMatchObject({ state: 'merged' });
  expect(await running.get('/people?email=HUBOT@example.com')).toMatchObject({
    total_count: 1,
    people: [{ consumption: { consumes: false, reason: 'suspended' } }],
  });
});

test('an export whose users are one encrypted text', async () => {
  const { findings: found, ...before } = usageSchema.parse(await running.get('/usage'));
  const upload = await running.drop(ENCRYPTED_EXPORT, { fileName: 'export.json' });
  expect(upload).toMatchObject({ state: 'encrypted' });
  const { findings, ...usage } = usageSchema.parse(await running.get('/usage'));
  expect(usage).toEqual(before);
  expect(findings).toEqual({ ...found, 'usage-encrypted': { count: 1, seats: 0 } });
  expect(await running.get('/server-instances')).toMatchObject({
    server_instances: expect.arrayContaining([
      expect.objectContaining({ host_name: HOST, version: '3.15.2' }),
    ]),
  });
});
