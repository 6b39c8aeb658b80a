import type { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type Encryption, encryptTable } from './encryption.ts';
import type { Grantee } from './usage-function.ts';

/** Whatever changes or removes an item, or puts one without a condition. */
const REFUSED_ACTIONS = [
  'dynamodb:BatchWriteItem',
  'dynamodb:DeleteItem',
  'dynamodb:PartiQLDelete',
  'dynamodb:PartiQLUpdate',
  'dynamodb:UpdateItem',
];

export interface AuditTableProps {
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
  readonly encryption: Encryption;
}

/** Who did what: a table that is only ever added to (docs/decisions/0020). */
export class AuditTable extends Construct {
  readonly #table: TableV2;
  readonly #encryption: Encryption;

  constructor(
    scope: Construct,
    id: string,
    { removalPolicy, deletionProtection, encryption }: AuditTableProps,
  ) {
    super(scope, id);
    this.#encryption = encryption;
    this.#table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection,
      removalPolicy,
    });
    encryptTable(this.#table, encryption);
    // Binds also who administers the account: first the policy has to go, which CloudTrail shows.
    this.#table.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: REFUSED_ACTIONS,
        // The policy is of this table alone, whose ARN it cannot name while the table is being made.
        resources: ['*'],
      }),
    );
  }

  /** For adding entries, of which who adds them sees none. */
  grantRecord(grantee: Grantee<'AUDIT_TABLE_NAME'>): void {
    this.#grant(grantee, 'dynamodb:PutItem');
  }

  grantRead(grantee: Grantee<'AUDIT_TABLE_NAME'>): void {
    this.#grant(grantee, 'dynamodb:Query');
  }

  #grant(grantee: Grantee<'AUDIT_TABLE_NAME'>, action: string): void {
    const { tableName, tableArn } = this.#table;
    const statement = new PolicyStatement({ actions: [action], resources: [tableArn] });
    const useKey = this.#encryption.allowing(
      'dynamodb',
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
    );
    grantee.allow('AUDIT_TABLE_NAME', tableName, statement, ...useKey);
  }
}
