import { expect, it } from 'vitest';
import { LambdaSyncStarter } from '../../../../shared/adapters/lambda/sync-starter.ts';
import { lambdaService } from '../../../support/engines/lambda-service.ts';

const RUN_ID = '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB';

const lambda = lambdaService();
const start = (runId: string) => new LambdaSyncStarter(lambda.client, 'license-usage-sync').start(runId);

it('invokes the function without waiting for it, with the id of the run', async () => {
  await start(RUN_ID);
  expect(lambda.received).toEqual([
    {
      method: 'POST',
      path: '/2015-03-31/functions/license-usage-sync/invocations',
      type: 'Event',
      event: { run_id: RUN_ID },
    },
  ]);
});

it.each([
  [404, 'ResourceNotFoundException'],
  [429, 'TooManyRequestsException'],
  [500, 'ServiceException'],
])('fails when Lambda answers %i %s', async (status, name) => {
  lambda.answer = { status, headers: { 'x-amzn-errortype': name } };
  await expect(start(RUN_ID)).rejects.toMatchObject({ name });
});

it('starts nothing under what is no run id', async () => {
  await expect(start('a-run')).rejects.toThrow();
  expect(lambda.received).toEqual([]);
});
