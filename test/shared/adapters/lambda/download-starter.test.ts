import { expect, it } from 'vitest';
import { LambdaDownloadStarter } from '../../../../shared/adapters/lambda/download-starter.ts';
import { parseDownloadEvent } from '../../../../shared/contracts/download-event.ts';
import type { Download } from '../../../../shared/domain/download.ts';
import { lambdaService } from '../../../support/engines/lambda-service.ts';

const DOWNLOAD: Download = {
  reportId: '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB',
  file: { content: 'licenses', format: 'csv', headers: 'legacy', byteOrderMark: true },
};

const lambda = lambdaService();
const start = () => new LambdaDownloadStarter(lambda.client, 'write-download').start(DOWNLOAD);

it('invokes the function without waiting for it, with the file to make', async () => {
  await start();
  expect(lambda.received).toMatchObject([
    { path: '/2015-03-31/functions/write-download/invocations', type: 'Event' },
  ]);
  expect(parseDownloadEvent(lambda.received[0]?.event)).toEqual(DOWNLOAD);
});

it('fails when Lambda does not take the event', async () => {
  lambda.answer = { status: 500 };
  await expect(start()).rejects.toThrow();
});
