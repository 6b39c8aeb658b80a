import { type RemovalPolicy, SecretValue, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Encryption } from './encryption.ts';
import type { GrantedVariable, Grantee } from './usage-function.ts';

/** No OAuth app: owners sign in with a personal access token. CloudFormation leaves alone what replaces it. */
const NO_OAUTH_APP = '{}';

export interface SignInSecretsProps {
  readonly removalPolicy: RemovalPolicy;
  readonly encryption: Encryption;
}

/**
 * What signing in to the console rests on. Two secrets: the key is nobody's to know and every request needs it, the
 * OAuth app is the operator's and only signing in needs it.
 */
export class SignInSecrets extends Construct {
  /** ARN of the secret that the operator sets. */
  readonly oauthAppSecretId: string;
  readonly #sessionKeySecretId: string;
  readonly #encryption: Encryption;

  constructor(scope: Construct, id: string, { removalPolicy, encryption }: SignInSecretsProps) {
    super(scope, id);
    this.#encryption = encryption;
    const encryptionKey = encryption.key && { encryptionKey: encryption.key };
    const sessionKey = new Secret(this, 'SessionKey', {
      description: 'License Usage Sync: key of the sessions of the console; a new value ends all of them',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
      ...encryptionKey,
    });
    const oauthApp = new Secret(this, 'OAuthApp', {
      description: 'License Usage Sync: OAuth app by which owners sign in to the console (see README.md)',
      secretStringValue: SecretValue.unsafePlainText(NO_OAUTH_APP),
      removalPolicy,
      ...encryptionKey,
    });
    this.#sessionKeySecretId = sessionKey.secretArn;
    this.oauthAppSecretId = oauthApp.secretArn;
    Validations.of(sessionKey).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'A new key signs everybody out, so it is for the operator to choose when.',
    });
    Validations.of(oauthApp).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'GitHub has no API that renews the secret of an OAuth app: its owner makes the next one.',
    });
  }

  /** For knowing who is signed in. */
  grantOpenSessions(grantee: Grantee<'SESSION_KEY_SECRET_ID'>): void {
    this.#grantRead(grantee, 'SESSION_KEY_SECRET_ID', this.#sessionKeySecretId);
  }

  /** For signing somebody in. */
  grantSignIn(grantee: Grantee<'SESSION_KEY_SECRET_ID' | 'OAUTH_APP_SECRET_ID'>): void {
    this.grantOpenSessions(grantee);
    this.#grantRead(grantee, 'OAUTH_APP_SECRET_ID', this.oauthAppSecretId);
  }

  #grantRead<Variable extends GrantedVariable>(
    grantee: Grantee<Variable>,
    variable: Variable,
    secretId: string,
  ): void {
    const statement = { actions: ['secretsmanager:GetSecretValue'], resources: [secretId] };
    const useKey = this.#encryption.allowing('secretsmanager', 'kms:Decrypt');
    grantee.allow(variable, secretId, new PolicyStatement(statement), ...useKey);
  }
}
