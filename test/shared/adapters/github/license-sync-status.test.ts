import { expect, test } from 'vitest';
import { gitHubExampleOf } from './github-examples.ts';
import { failureOf, OBSERVED_AT, scenario } from './scripted-github.ts';

test("GitHub's own example", async () => {
  const example = gitHubExampleOf('/enterprises/{enterprise}/license-sync-status');
  const { enterprise, call, requests } = await scenario(() => ({ json: example }));
  const sync = { observedAt: OBSERVED_AT, date: '2020-01-01T00:00:00Z', status: 'success', failed: false };
  expect(await enterprise.licenseSyncStatus(call)).toEqual([
    { instance: { hostName: 'github.example.com', serverId: 'deadbeef1', version: null }, sync },
    { instance: { hostName: 'github2.example.com', serverId: 'filetoffish1', version: null }, sync },
  ]);
  expect(requests.map(({ path }) => path)).toEqual(['/enterprises/acme/license-sync-status']);
});

test('an answer without the list', async () => {
  const { enterprise, call } = await scenario(() => ({ json: {} }));
  expect(await failureOf(enterprise.licenseSyncStatus(call))).toMatchObject({
    failure: 'unreadable-answer',
    message: expect.stringMatching(/^license sync status: server_instances: a list of server instances/),
  });
});
