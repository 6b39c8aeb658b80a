import * as z from 'zod';
import { readResources, withoutLocalEffect } from './properties.ts';
import type { Resolver } from './resolver.ts';
import type { Template } from './template.ts';

const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const index = z.strictObject({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.unknown(),
  WarmThroughput: withoutLocalEffect,
});

const tableProperties = z.strictObject({
  TableName: z.string().optional(),
  AttributeDefinitions: z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.string() })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  Replicas: withoutLocalEffect,
  DeletionProtectionEnabled: withoutLocalEffect,
  PointInTimeRecoverySpecification: withoutLocalEffect,
  SSESpecification: withoutLocalEffect,
  WarmThroughput: withoutLocalEffect,
  Tags: withoutLocalEffect,
});

/** A table, with the parameters of the CreateTable call that makes it. */
export interface TableDefinition {
  readonly name: string;
  readonly createTable: Readonly<Record<string, unknown>>;
}

export function readTables(template: Template, resolver: Resolver): TableDefinition[] {
  const tables = readResources(
    template,
    resolver,
    tableProperties,
    'AWS::DynamoDB::GlobalTable',
    'AWS::DynamoDB::Table',
  );
  return tables.map(([logicalId, properties]) => {
    const name = resolver.identity(logicalId).ref;
    const { AttributeDefinitions, KeySchema, BillingMode } = properties;
    const { GlobalSecondaryIndexes, LocalSecondaryIndexes } = properties;
    return {
      name,
      createTable: {
        TableName: name,
        AttributeDefinitions,
        KeySchema,
        BillingMode,
        ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }),
        ...(LocalSecondaryIndexes && { LocalSecondaryIndexes }),
      },
    };
  });
}
