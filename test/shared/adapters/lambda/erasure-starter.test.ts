import { expect, it } from 'vitest';
import { LambdaErasureStarter } from '../../../../shared/adapters/lambda/erasure-starter.ts';
import { parseErasureEvent } from '../../../../shared/contracts/erasure-event.ts';
import { email } from '../../../support/accounts.ts';
import { lambdaService } from '../../../support/engines/lambda-service.ts';

const ERASURE_ID = '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB';
const MONA = email('mona@example.com');

const lambda = lambdaService();
const start = () => new LambdaErasureStarter(lambda.client, 'erase-personal-data').start(ERASURE_ID, MONA);

it('invokes the function without waiting for it, with the address in the body alone', async () => {
  await start();
  expect(lambda.received).toMatchObject([
    { path: '/2015-03-31/functions/erase-personal-data/invocations', type: 'Event' },
  ]);
  expect(parseErasureEvent(lambda.received[0]?.event)).toEqual({ erasureId: ERASURE_ID, email: MONA });
});

it('fails when Lambda does not take the event', async () => {
  lambda.answer = { status: 500 };
  await expect(start()).rejects.toThrow();
});
