import type { GetCommandInput, PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { syncRunItemOf, syncRunKey } from '../../contracts/ledger/sync-run-item.ts';
import { hasEnded, SYNC_RUN_STATES, type SyncRun } from '../../domain/sync-run.ts';

export function getSyncRun(table: string, id: string): GetCommandInput {
  return { TableName: table, Key: syncRunKey(id), ConsistentRead: true };
}

/** A run that goes on is written only over one that goes on: what was sent before its end may arrive after it. */
export function putSyncRun(table: string, run: SyncRun): PutCommandInput {
  const put = { TableName: table, Item: syncRunItemOf(run) };
  if (hasEnded(run.state)) return put;
  const going = SYNC_RUN_STATES.filter((state) => !hasEnded(state)).map((state) => [`:${state}`, state]);
  const names = going.map(([placeholder]) => placeholder).join(', ');
  return {
    ...put,
    ConditionExpression: `attribute_not_exists(pk) OR #state IN (${names})`,
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: Object.fromEntries(going),
  };
}
