import { expect, it } from 'vitest';
import {
  deleteDismissal,
  putDismissal,
  queryDismissals,
} from '../../../../shared/adapters/dynamodb/dismissal-commands.ts';
import type { FindingId } from '../../../../shared/domain/stored-finding.ts';

const ID = 'a-finding' as FindingId;

it('dismissals are in one partition, by finding, and read strongly consistent', () => {
  expect(queryDismissals('ledger')).toEqual({
    TableName: 'ledger',
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': 'dismissal' },
    ConsistentRead: true,
  });
  const dismissal = { findingId: ID, reason: 'on leave', by: 'octo-owner', at: '2026-03-02T00:00:00.000Z' };
  expect(putDismissal('ledger', dismissal)).toEqual({
    TableName: 'ledger',
    Item: {
      pk: 'dismissal',
      sk: 'a-finding',
      schema_version: 1,
      reason: 'on leave',
      dismissed_by: 'octo-owner',
      dismissed_at: '2026-03-02T00:00:00.000Z',
    },
  });
  expect(deleteDismissal('ledger', ID)).toEqual({
    TableName: 'ledger',
    Key: { pk: 'dismissal', sk: 'a-finding' },
  });
});
