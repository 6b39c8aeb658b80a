import { Aspects, type IAspect, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { CfnGlobalTable, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** Services that keep something for us, and use the key in the name of whoever calls them. */
type KeyedService = 'dynamodb' | 's3' | 'secretsmanager' | 'sqs';

/** What CloudWatch Logs asks for, there with wildcards. */
const LOG_ACTIONS = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

export interface EncryptionProps {
  /** Otherwise keys of AWS are used, which cost nothing and nobody can revoke. */
  readonly customerManagedKey: boolean;
  readonly removalPolicy: RemovalPolicy;
}

/** With which key all that is stored is encrypted, and who may use it. */
export class Encryption extends Construct {
  /** Undefined: keys of AWS. */
  readonly key: Key | undefined;

  constructor(scope: Construct, id: string, props: EncryptionProps) {
    super(scope, id);
    this.key = props.customerManagedKey ? this.#newKey(props.removalPolicy) : undefined;
  }

  /** What a role needs besides, to call the service for what the key encrypts: nothing with keys of AWS. */
  allowing(service: KeyedService, ...actions: `kms:${string}`[]): PolicyStatement[] {
    if (this.key === undefined || actions.length === 0) return [];
    const { region } = Stack.of(this);
    const statement = new PolicyStatement({
      actions,
      resources: [this.key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } },
    });
    return [statement];
  }

  #newKey(removalPolicy: RemovalPolicy): Key {
    const key = new Key(this, 'Key', {
      description: 'License Usage Sync: all that is stored',
      enableKeyRotation: true,
      removalPolicy,
    });
    this.#allowServices(key);
    Aspects.of(Stack.of(this)).add(encryptLogs(key));
    return key;
  }

  /** Those that act by themselves; everybody else needs a role of this account that allows it. */
  #allowServices(key: Key): void {
    const { account, partition, region, stackName } = Stack.of(this);
    const logGroups = `arn:${partition}:logs:${region}:${account}:log-group:${stackName}-*`;
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: LOG_ACTIONS,
        resources: ['*'],
        conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
      }),
    );
    // The bucket tells a queue of uploads, and rules keep in one what they could not deliver.
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('events.amazonaws.com'), new ServicePrincipal('s3.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }
}

/** CDK wants to know the region for this, although the table has replicas in no other. */
export function encryptTable(table: TableV2, { key }: Encryption): void {
  if (key === undefined) return;
  const resource = table.node.defaultChild as CfnGlobalTable;
  resource.sseSpecification = { sseEnabled: true, sseType: 'KMS' };
  resource.addPropertyOverride('Replicas.0.SSESpecification.KMSMasterKeyId', key.keyArn);
}

export function queueEncryption({ key }: Encryption): Pick<QueueProps, 'encryption' | 'encryptionMasterKey'> {
  return key
    ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key }
    : { encryption: QueueEncryption.SQS_MANAGED };
}

/** Every log group of the stack, whoever made it. */
function encryptLogs(key: Key): IAspect {
  return {
    visit(node) {
      if (node instanceof CfnLogGroup) node.kmsKeyId = key.keyArn;
    },
  };
}
