import type { DeleteCommandInput, PutCommandInput, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { DISMISSAL_PARTITION, dismissalItemOf, dismissalKey } from '../../contracts/ledger/dismissal-item.ts';
import type { Dismissal, FindingId } from '../../domain/stored-finding.ts';

/** Strongly consistent: whoever dismisses a finding sees it gone at once. */
export function queryDismissals(table: string): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': DISMISSAL_PARTITION },
    ConsistentRead: true,
  };
}

/** The owners' last word counts. */
export function putDismissal(table: string, dismissal: Dismissal): PutCommandInput {
  return { TableName: table, Item: dismissalItemOf(dismissal) };
}

export function deleteDismissal(table: string, id: FindingId): DeleteCommandInput {
  return { TableName: table, Key: dismissalKey(id) };
}
