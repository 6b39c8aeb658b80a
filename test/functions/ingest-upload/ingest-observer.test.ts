import { expect, test } from 'vitest';
import { ingestObserver } from '../../../functions/ingest-upload/ingest-observer.ts';
import type { Upload } from '../../../shared/domain/upload.ts';
import { createLogger } from '../../../shared/runtime/logger.ts';
import { createMetrics } from '../../../shared/runtime/metrics.ts';
import { committedUsage, snapshotRef } from '../../contract/samples.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { uploadOf } from '../../support/uploads.ts';

const ID = '01KAJ0Q2V3W4X5Y6Z7A8B9C0D1';
const MERGE_ID = '01KAJ0Q2V3W4X5Y6Z7A8B9C0D2';

function newObserver() {
  return ingestObserver(createLogger('ingest-upload'), createMetrics('ingest-upload'));
}

/** What is told of an upload. */
function told(facts: Partial<Upload>): readonly unknown[] {
  const output = captureOutput();
  newObserver().concluded(uploadOf(ID, facts));
  return output.lines();
}

test('a merged upload is told with its id and that of its merge, and counted by its state', () => {
  const lines = told({ state: 'merged', mergeId: MERGE_ID, snapshot: snapshotRef({ accounts: 3 }) });
  expect(lines).toMatchObject([
    {
      level: 'INFO',
      message: 'upload concluded',
      upload_id: ID,
      merge_id: MERGE_ID,
      state: 'merged',
      accounts: 3,
    },
    { UploadsConcluded: 1, state: 'merged' },
  ]);
});

test('a rejected upload is counted by its reason as well', () => {
  const rejection = { reason: 'partial-report', problems: [], totalProblems: 7 } as const;
  expect(told({ state: 'rejected', rejection })).toMatchObject([
    { upload_id: ID, state: 'rejected', reason: 'partial-report', problems: 7 },
    { UploadsConcluded: 1, state: 'rejected' },
    { UploadsRejected: 1, reason: 'partial-report' },
  ]);
});

test('a merge is told with its id, and people and licenses are counted once each', () => {
  const output = captureOutput();
  newObserver().merged(committedUsage({ mergeId: MERGE_ID }));
  expect(output.lines()).toMatchObject([
    { message: 'merge committed', merge_id: MERGE_ID, generation: 5, people: 101 },
    { People: 101 },
    { LicensesConsumed: 102 },
  ]);
});

test.each([
  ['an outage', Object.assign(new Error('socket closed'), { code: 'ECONNRESET' }), true],
  ['a fault', new SyntaxError('no JSON'), false],
])(
  'a delivery that failed because of %s is told, and counted by whether it is worth another',
  (_, error, retryable) => {
    const output = captureOutput();
    newObserver().failed('message-1', error);
    expect(output.lines()).toMatchObject([
      { level: 'ERROR', message: 'message failed', message_id: 'message-1', retryable },
      { MessagesFailed: 1, retryable: `${retryable}` },
    ]);
  },
);
