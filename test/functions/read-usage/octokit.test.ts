import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { licenseSyncStatusSchema } from '../../../shared/contracts/http/license-sync-status.ts';
import { httpHandler } from '../../../shared/runtime/http/handler.ts';
import { createLogger } from '../../../shared/runtime/logger.ts';
import { cloudSnapshot, licenseRow } from '../../support/accounts.ts';
import { startAnsweringServer } from '../../support/answering-server.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { generateEnterprise } from '../../support/enterprise/enterprise.ts';
import { httpEvent } from '../../support/http-client.ts';
import { LAMBDA_CONTEXT } from '../../support/lambda-context.ts';
import { observeEnterprise } from '../../support/observe-enterprise.ts';
import { ENTERPRISE, ReadUsageWorld } from '../../support/read-usage-world.ts';

const enterprise = generateEnterprise({ people: 300, seed: 5 });
const enterpriseConsumed = enterprise.truth.usage.consumed;

const page = z.object({
  total_seats_consumed: z.int(),
  users: z.array(z.object({ github_com_login: z.string() })),
});

/** The API over HTTP, as GitHub's own clients know no other, and their client with another base URL. */
async function startApi(basePath: string) {
  const world = new ReadUsageWorld();
  await observeEnterprise(world, enterprise);
  await world.merge();
  const handler = httpHandler(createLogger('under-test'), () => world.routes);
  captureOutput();
  const { url, requests } = await startAnsweringServer(async (request, response) => {
    const event = httpEvent(`${request.method} ${request.url}`);
    event.headers = { host: request.headers.host, 'x-forwarded-proto': 'http' };
    const { statusCode, headers, body } = await handler(event, LAMBDA_CONTEXT);
    response.writeHead(
      statusCode ?? 500,
      Object.entries(headers ?? {}).flatMap(([name, value]) => [name, String(value)]),
    );
    response.end(body);
  });
  const PagingOctokit = Octokit.plugin(paginateRest);
  const octokit = new PagingOctokit({ baseUrl: `${url}${basePath}`, auth: 'ghp_token' });
  return { world, octokit, requests };
}

it.each(['', '/api/v3'])(
  'an unmodified Octokit reads all consumed licenses, with %s behind the host',
  async (path) => {
    const { octokit, requests } = await startApi(path);
    const answers = await octokit.paginate('GET /enterprises/{enterprise}/consumed-licenses', {
      enterprise: ENTERPRISE,
      per_page: 100,
      headers: { 'X-GitHub-Api-Version': '2022-11-28' },
    });
    const users = answers.flatMap((answer) => page.parse(answer).users);
    expect(users).toHaveLength(enterpriseConsumed);
    expect(requests).toHaveLength(Math.ceil(enterpriseConsumed / 100));
  },
);

it('an unmodified Octokit stays with one merge while another commits', async () => {
  const { world, octokit } = await startApi('');
  const totals = [];
  const pages = octokit.paginate.iterator('GET /enterprises/{enterprise}/consumed-licenses', {
    enterprise: ENTERPRISE,
    per_page: 50,
  });
  for await (const { data } of pages) {
    totals.push(page.parse(data).total_seats_consumed);
    if (totals.length === 1) {
      await world.observe(
        cloudSnapshot([licenseRow({ login: 'aaa' })], { observedAt: '2026-03-09T00:00:00.000Z' }),
      );
      await world.merge();
    }
  }
  expect(world.usage.commits.map(({ usage }) => usage.consumed)).not.toEqual(
    Array(2).fill(enterpriseConsumed),
  );
  expect(new Set(totals)).toEqual(new Set([enterpriseConsumed]));
  expect(totals).toHaveLength(Math.ceil(enterpriseConsumed / 50));
});

it('an unmodified Octokit reads the license sync status', async () => {
  const { octokit } = await startApi('');
  const { data } = await octokit.request('GET /enterprises/{enterprise}/license-sync-status', {
    enterprise: ENTERPRISE,
    headers: { 'X-GitHub-Api-Version': '2026-03-10' },
  });
  expect(licenseSyncStatusSchema.parse(data).server_instances.map(({ hostname }) => hostname)).toEqual(
    enterprise.instances.map(({ hostName }) => hostName).sort(),
  );
});

it("an unmodified Octokit tells of another enterprise what it tells of GitHub's own refusals", async () => {
  const { octokit } = await startApi('');
  const request = octokit.request('GET /enterprises/{enterprise}/consumed-licenses', { enterprise: 'other' });
  await expect(request).rejects.toMatchObject({ name: 'HttpError', status: 404 });
});
