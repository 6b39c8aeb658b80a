import type { GetCommandInput, PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { uploadItemOf, uploadKey } from '../../contracts/ledger/upload-item.ts';
import { isFinal, UPLOAD_STATES, type Upload } from '../../domain/upload.ts';

export function getUpload(table: string, id: string): GetCommandInput {
  return { TableName: table, Key: uploadKey(id), ConsistentRead: true };
}

/** Only when there is no record of the upload. */
export function putReceivedUpload(table: string, upload: Upload): PutCommandInput {
  return {
    TableName: table,
    Item: uploadItemOf(upload),
    ConditionExpression: 'attribute_not_exists(pk)',
  };
}

/** Only when the recorded state is not final. */
export function putConcludedUpload(table: string, upload: Upload): PutCommandInput {
  const open = UPLOAD_STATES.filter((state) => !isFinal(state)).map((state) => [`:${state}`, state] as const);
  const names = open.map(([placeholder]) => placeholder).join(', ');
  return {
    TableName: table,
    Item: uploadItemOf(upload),
    ConditionExpression: `attribute_not_exists(pk) OR #state IN (${names})`,
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: Object.fromEntries(open),
  };
}
