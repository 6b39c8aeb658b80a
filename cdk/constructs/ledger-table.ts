import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type Encryption, encryptTable } from './encryption.ts';
import type { OnCall } from './on-call.ts';
import type { Grantee } from './usage-function.ts';

export interface LedgerTableProps {
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
  readonly encryption: Encryption;
  readonly onCall: OnCall;
}

/** The ledger: people, sources, uploads, usage over time and the lease of the merge, in one table. */
export class LedgerTable extends Construct {
  readonly tableName: string;
  readonly #table: TableV2;
  readonly #encryption: Encryption;

  constructor(scope: Construct, id: string, props: LedgerTableProps) {
    super(scope, id);
    this.#encryption = props.encryption;
    this.#table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      // A weekly merge writes in bursts and is idle between.
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: props.deletionProtection,
      removalPolicy: props.removalPolicy,
    });
    encryptTable(this.#table, props.encryption);
    this.tableName = this.#table.tableName;
    this.#alarmOnThrottling(props.onCall);
  }

  /** For the merge, which reads the ledger and reconciles it. */
  grantReconcile(grantee: Grantee<'TABLE_NAME'>): void {
    this.#grant(grantee, [
      'dynamodb:BatchWriteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ]);
  }

  grantRead(grantee: Grantee<'TABLE_NAME'>): void {
    this.#grant(grantee, ['dynamodb:GetItem', 'dynamodb:Query']);
  }

  /** For what owners order: looks an upload up, switches the automatic sync of an instance, dismisses a finding. */
  grantManage(grantee: Grantee<'TABLE_NAME'>): void {
    this.#grant(grantee, [
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ]);
  }

  /** For asking for a sync: takes the lease and stores the run. */
  grantStartSync(grantee: Grantee<'TABLE_NAME'>): void {
    this.#grant(grantee, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']);
  }

  /** For looking somebody up, and noting that somebody is to be erased. */
  grantManagePersonalData(grantee: Grantee<'TABLE_NAME'>): void {
    this.#grant(grantee, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query']);
  }

  /** For the erasing itself, which removes dismissals of findings. */
  grantErase(grantee: Grantee<'TABLE_NAME'>): void {
    this.#grant(grantee, ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query']);
  }

  grantList(grantee: Grantee<'TABLE_NAME'>): void {
    this.#grant(grantee, ['dynamodb:Query']);
  }

  #grant(grantee: Grantee<'TABLE_NAME'>, actions: string[]): void {
    grantee.allow(
      'TABLE_NAME',
      this.tableName,
      new PolicyStatement({ actions, resources: [this.#table.tableArn] }),
      ...this.#encryption.allowing(
        'dynamodb',
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
      ),
    );
  }

  /** Requests that DynamoDB refused because they came too fast, in five minutes. */
  throttledRequests(): MathExpression {
    return new MathExpression({
      label: 'Throttled requests',
      // Only what was throttled has points, and a sum with nothing is nothing.
      expression: 'FILL(reads, 0) + FILL(writes, 0)',
      usingMetrics: {
        reads: this.#table.metric('ReadThrottleEvents', { statistic: 'Sum' }),
        writes: this.#table.metric('WriteThrottleEvents', { statistic: 'Sum' }),
      },
      period: Duration.minutes(5),
    });
  }

  #alarmOnThrottling(onCall: OnCall): void {
    onCall.addAlarm(this, 'ThrottledAlarm', {
      name: 'ledger-throttled',
      impact: 'Merges and reads of the ledger are slowed down or fail.',
      noData: 'DynamoDB counts only what it throttles.',
      metric: this.throttledRequests(),
      // An on-demand table throttles for minutes while it grows with a first load; that passes by itself.
      threshold: 1,
      periods: 3,
    });
  }
}
