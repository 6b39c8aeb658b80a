import { describe, expect, it } from 'vitest';
import {
  getUsage,
  putUsage,
  putUsageOnDay,
  queryUsageHistory,
} from '../../../../shared/adapters/dynamodb/usage-commands.ts';
import { committedUsage, usageOnDay } from '../../../contract/samples.ts';

const TABLE = 'ledger';

describe('usage', () => {
  it('is read strongly consistent', () => {
    expect(getUsage(TABLE)).toEqual({
      TableName: 'ledger',
      Key: { pk: 'usage', sk: 'now' },
      ConsistentRead: true,
    });
  });

  it('is committed after the generation before, under a fence, unless a higher one has committed', () => {
    expect(putUsage(TABLE, committedUsage(), 7)).toMatchObject({
      Item: { pk: 'usage', sk: 'now', schema_version: 1, fence: 7, generation: 5 },
      ConditionExpression:
        'attribute_not_exists(pk) OR merge_id = :merge_id OR (generation = :generation_before AND fence <= :fence)',
      ExpressionAttributeValues: { ':generation_before': 4, ':fence': 7 },
    });
  });

  it('is kept for each day, unless this merge or a later observation is there', () => {
    expect(putUsageOnDay(TABLE, usageOnDay('2026-03-01'), 5)).toMatchObject({
      Item: { pk: 'usage-history', sk: '2026-03-01', schema_version: 1, generation: 5 },
      ConditionExpression:
        'attribute_not_exists(pk) OR (merge_id <> :merge_id AND as_of <= :as_of ' +
        'AND (attribute_not_exists(generation) OR generation < :generation))',
      ExpressionAttributeValues: {
        ':merge_id': 'merge-of-2026-03-01',
        ':as_of': '2026-03-01T00:00:00.000Z',
        ':generation': 5,
      },
    });
    expect(queryUsageHistory(TABLE, '2026-03-01', '2026-03-31')).toMatchObject({
      ExpressionAttributeValues: { ':pk': 'usage-history', ':from': '2026-03-01', ':to': '2026-03-31' },
    });
  });
});
