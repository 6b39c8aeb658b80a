import { type RemovalPolicy, SecretValue, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Grantee } from './usage-function.ts';

/** Nothing is configured. CloudFormation leaves alone what an operator puts in its place. */
const NO_CONNECTIONS = '{}';

export interface ConnectionsProps {
  readonly removalPolicy: RemovalPolicy;
}

/** The secret with the tokens and addresses by which sync reaches the cloud enterprise and the instances. */
export class Connections extends Construct {
  /** Its ARN. */
  readonly secretId: string;

  constructor(scope: Construct, id: string, { removalPolicy }: ConnectionsProps) {
    super(scope, id);
    const secret = new Secret(this, 'Secret', {
      description: 'License Usage Sync: connections to GitHub (see README.md)',
      secretStringValue: SecretValue.unsafePlainText(NO_CONNECTIONS),
      removalPolicy,
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
    );
  }
}
