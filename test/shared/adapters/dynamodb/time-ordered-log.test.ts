import { expect, it } from 'vitest';
import { queryBetween, queryIds } from '../../../../shared/adapters/dynamodb/time-ordered-log.ts';

const LOG = { table: 'ledger', partition: 'upload' };

it('reads ids first, then the items of one page, newest first', () => {
  expect(queryIds(LOG)).toMatchObject({ ProjectionExpression: 'sk', ScanIndexForward: false });
  expect(queryBetween(LOG, 'newest', 'oldest')).toEqual({
    TableName: 'ledger',
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :oldest AND :newest',
    ExpressionAttributeValues: { ':pk': 'upload', ':newest': 'newest', ':oldest': 'oldest' },
    ScanIndexForward: false,
  });
});
