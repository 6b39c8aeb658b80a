import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { MERGE_LEASE_KEY } from '../contracts/ledger/lease-item.ts';
import type { MergePorts } from '../ports.ts';
import { DynamoDbLease } from './dynamodb/lease.ts';
import { DynamoDbPeopleLedger } from './dynamodb/people-ledger.ts';
import { DynamoDbSourceRegistry } from './dynamodb/source-registry.ts';
import { DynamoDbUnitsMeter } from './dynamodb/units-meter.ts';
import { DynamoDbUsageLedger } from './dynamodb/usage-ledger.ts';
import { S3ChangeReports } from './s3/change-reports.ts';
import { S3ChargebackReports } from './s3/chargeback-reports.ts';
import { S3FindingReports } from './s3/finding-reports.ts';
import { S3LicenseReports } from './s3/license-reports.ts';
import { S3MergeRecords } from './s3/merge-records.ts';
import { S3PeopleReports } from './s3/people-reports.ts';
import { S3SnapshotStore } from './s3/snapshot-store.ts';

interface Clients {
  readonly s3: S3Client;
  readonly dynamoDb: DynamoDBDocumentClient;
}

interface Stores {
  readonly bucket: string;
  readonly table: string;
  /** How long a merge holds its lease between two heartbeats at most, in milliseconds. */
  readonly leaseMs: number;
}

/** All that a merge needs, on S3 and DynamoDB. */
export function mergePorts({ s3, dynamoDb }: Clients, { bucket, table, leaseMs }: Stores): MergePorts {
  return {
    snapshots: new S3SnapshotStore(s3, bucket),
    reports: new S3PeopleReports(s3, bucket),
    licenses: new S3LicenseReports(s3, bucket),
    findings: new S3FindingReports(s3, bucket),
    changes: new S3ChangeReports(s3, bucket),
    chargebacks: new S3ChargebackReports(s3, bucket),
    mergeRecords: new S3MergeRecords(s3, bucket),
    sources: new DynamoDbSourceRegistry(dynamoDb, table),
    people: new DynamoDbPeopleLedger(dynamoDb, table),
    usage: new DynamoDbUsageLedger(dynamoDb, table),
    meter: new DynamoDbUnitsMeter(dynamoDb),
    lease: new DynamoDbLease(dynamoDb, table, { key: MERGE_LEASE_KEY, durationMs: leaseMs }),
  };
}
