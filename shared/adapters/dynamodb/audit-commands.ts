import type { PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { auditItemOf } from '../../contracts/ledger/audit-item.ts';
import type { AuditEntry } from '../../domain/audit.ts';

/** Only when there is no entry of this id. */
export function putAuditEntry(table: string, entry: AuditEntry): PutCommandInput {
  return {
    TableName: table,
    Item: auditItemOf(entry),
    ConditionExpression: 'attribute_not_exists(pk)',
  };
}
