import * as z from 'zod';
import { arn } from '../template/account.ts';
import type { Permission } from './access.ts';

const bodySchema = z.object({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
});

/**
 * The permissions of a DynamoDB request: `target` is its X-Amz-Target header.
 * Transactions need one per item and are not offered by dynalite, so they come without a table and are refused.
 */
export function dynamoDbPermissions(target: string, body: unknown): readonly Permission[] {
  const operation = target.slice(target.indexOf('.') + 1);
  const action = `dynamodb:${operation}`;
  const parsed = bodySchema.safeParse(body);
  const { TableName, IndexName, RequestItems } = parsed.success ? parsed.data : {};
  const tables = TableName === undefined ? Object.keys(RequestItems ?? {}) : [TableName];
  if (tables.length === 0) return [{ action, resource: '*' }];
  return tables.map((table) => ({ action, resource: resourceOf(table, IndexName) }));
}

/** Tables may be named by their ARN. */
function resourceOf(table: string, index: string | undefined): string {
  const tableArn = table.startsWith('arn:') ? table : arn('dynamodb', `table/${table}`);
  return index === undefined ? tableArn : `${tableArn}/index/${index}`;
}
