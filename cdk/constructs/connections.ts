import { type RemovalPolicy, SecretValue, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Encryption } from './encryption.ts';
import type { Grantee } from './usage-function.ts';

/** Nothing is configured. CloudFormation leaves alone what an operator puts in its place. */
const NO_CONNECTIONS = '{}';

export interface ConnectionsProps {
  readonly removalPolicy: RemovalPolicy;
  readonly encryption: Encryption;
}

/** The secret with the tokens and addresses by which sync reaches the cloud enterprise and the instances. */
export class Connections extends Construct {
  /** Its ARN. */
  readonly secretId: string;
  readonly #encryption: Encryption;

  constructor(scope: Construct, id: string, { removalPolicy, encryption }: ConnectionsProps) {
    super(scope, id);
    this.#encryption = encryption;
    const { key } = encryption;
    const secret = new Secret(this, 'Secret', {
      description: 'License Usage Sync: connections to GitHub (see README.md)',
      secretStringValue: SecretValue.unsafePlainText(NO_CONNECTIONS),
      removalPolicy,
      ...(key && { encryptionKey: key }),
    });
    this.secretId = secret.secretArn;
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'GitHub has no API that renews a personal access token: whoever made it makes the next one.',
    });
  }

  grantRead(grantee: Grantee<'CONNECTIONS_SECRET_ID'>): void {
    grantee.allow(
      'CONNECTIONS_SECRET_ID',
      this.secretId,
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [this.secretId] }),
      ...this.#encryption.allowing('secretsmanager', 'kms:Decrypt'),
    );
  }
}
