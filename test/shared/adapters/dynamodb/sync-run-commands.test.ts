import { describe, expect, it } from 'vitest';
import { getSyncRun, putSyncRun } from '../../../../shared/adapters/dynamodb/sync-run-commands.ts';
import { syncRunOf } from '../../../support/sync-runs.ts';

const TABLE = 'ledger';

describe('sync runs', () => {
  it('are read by id, strongly consistent', () => {
    expect(getSyncRun(TABLE, 'an-id')).toEqual({
      TableName: 'ledger',
      Key: { pk: 'sync-run', sk: 'an-id' },
      ConsistentRead: true,
    });
  });

  it.each(['queued', 'running'] as const)('that are %s are put over none or one that goes on', (state) => {
    expect(putSyncRun(TABLE, syncRunOf('an-id', { state }))).toMatchObject({
      Item: { pk: 'sync-run', sk: 'an-id', schema_version: 1, state },
      ConditionExpression: 'attribute_not_exists(pk) OR #state IN (:queued, :running)',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':queued': 'queued', ':running': 'running' },
    });
  });

  it('that have ended are put whatever is there', () => {
    expect(putSyncRun(TABLE, syncRunOf('an-id', { state: 'succeeded' }))).not.toHaveProperty(
      'ConditionExpression',
    );
  });
});
