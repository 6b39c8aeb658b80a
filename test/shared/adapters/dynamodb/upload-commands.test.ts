import { describe, expect, it } from 'vitest';
import {
  getUpload,
  putConcludedUpload,
  putReceivedUpload,
} from '../../../../shared/adapters/dynamodb/upload-commands.ts';
import { uploadOf } from '../../../support/uploads.ts';

const TABLE = 'ledger';

describe('uploads', () => {
  it('are read by id, strongly consistent', () => {
    expect(getUpload(TABLE, 'an-id')).toEqual({
      TableName: 'ledger',
      Key: { pk: 'upload', sk: 'an-id' },
      ConsistentRead: true,
    });
  });

  it('are noted once', () => {
    expect(putReceivedUpload(TABLE, uploadOf('an-id'))).toMatchObject({
      TableName: 'ledger',
      Item: { pk: 'upload', sk: 'an-id', schema_version: 1, state: 'received' },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
  });

  it('are concluded while their state is not final', () => {
    expect(putConcludedUpload(TABLE, uploadOf('an-id', { state: 'merged' }))).toMatchObject({
      Item: { state: 'merged' },
      ConditionExpression: 'attribute_not_exists(pk) OR #state IN (:received, :held)',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':received': 'received', ':held': 'held' },
    });
  });
});
