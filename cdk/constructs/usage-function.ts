import { type Duration, type RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import * as z from 'zod';
import { functionCode } from './function-code.ts';
import { PROCESS_VARIABLES } from './process-variables.ts';

/** Variables that a `grant...` method sets, together with the permission to use what the value names. */
export type GrantedVariable =
  | 'BUCKET_NAME'
  | 'TABLE_NAME'
  | 'AUDIT_TABLE_NAME'
  | 'INGEST_QUEUE_URL'
  | 'CONNECTIONS_SECRET_ID'
  | 'EVENT_BUS_NAME'
  | 'OWNERS_TOPIC_ARN'
  | 'SESSION_KEY_SECRET_ID'
  | 'OAUTH_APP_SECRET_ID'
  | 'SYNC_FUNCTION_NAME'
  | 'WRITE_DOWNLOAD_FUNCTION_NAME'
  | 'ERASE_PERSONAL_DATA_FUNCTION_NAME';

/** A function that has the variable in its configuration: what a grant sets, somebody reads. */
export interface Grantee<Variable extends GrantedVariable> extends Construct {
  /** Sets the variable and allows what the function does with its value, in one call. */
  allow(variable: Variable, value: string, ...statements: PolicyStatement[]): void;
}

/** What all functions of a stage share. */
export interface FunctionDefaults {
  readonly logRetention: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
}

export interface UsageFunctionProps<Schema extends z.ZodObject> extends FunctionDefaults {
  /** Folder under functions/. */
  readonly folder: string;
  /** What it does, in one sentence. */
  readonly description: string;
  /** The schema with which the function itself parses its environment. */
  readonly configSchema: Schema;
  /** Every variable of the schema that no grant sets. */
  readonly settings: Omit<z.output<Schema>, GrantedVariable>;
  /** In MB. Lambda gives CPU in proportion: 1769 MB is one vCPU. */
  readonly memorySize: number;
  readonly timeout: Duration;
  /** Undefined: Lambda's own, from which the internet is reached. */
  readonly network?: FunctionNetwork | undefined;
  /** Puts further files into the folder of the bundle. */
  readonly afterBundling?: (bundleFolder: string) => void;
}

/** Where in a VPC a function is. */
export interface FunctionNetwork {
  readonly vpc: IVpc;
  readonly vpcSubnets: SubnetSelection;
  readonly securityGroups: readonly ISecurityGroup[];
}

/** What Lambda does in the name of a function in a VPC. EC2 has no resources to name for the most of it. */
const NETWORK_ACTIONS = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
];

/** One Lambda function of the project: its bundle, role, logs and environment. */
export class UsageFunction<Schema extends z.ZodObject> extends Construct {
  readonly function: LambdaFunction;
  readonly #variables = new Set<string>();

  constructor(scope: Construct, id: string, props: UsageFunctionProps<Schema>) {
    super(scope, id);
    this.function = this.#newFunction(props);
    this.#set(props.configSchema, props.settings);
    this.node.addValidation({ validate: () => this.#findMissing(props.configSchema) });
    Validations.of(this).acknowledge(
      {
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason:
          'X-Ray has no resources to name, nor has EC2 for the network interfaces that Lambda makes in a VPC: ' +
          'these actions can be allowed on all or on none.',
      },
      {
        id: 'Serverless-LambdaDLQ',
        reason:
          'What is invoked asynchronously has a failure destination, which tells more, or somebody who asks again; ' +
          'otherwise the queue keeps what fails and has a dead-letter queue of its own, and the HTTP API answers ' +
          'with the failure.',
      },
    );
  }

  allow(
    variable: keyof z.output<Schema> & GrantedVariable,
    value: string,
    ...statements: PolicyStatement[]
  ): void {
    this.#setVariable(variable, value);
    for (const statement of statements) this.function.addToRolePolicy(statement);
  }

  #newFunction(props: UsageFunctionProps<Schema>): LambdaFunction {
    const { description, memorySize, timeout, network, afterBundling } = props;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: props.logRetention,
      removalPolicy: props.removalPolicy,
    });
    // An own role, because the default one comes with a managed policy that may write to every log group.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    if (network !== undefined) {
      role.addToPolicy(new PolicyStatement({ actions: NETWORK_ACTIONS, resources: ['*'] }));
    }
    return new LambdaFunction(this, 'Function', {
      description,
      code: functionCode(props.folder, afterBundling),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize,
      timeout,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.INFO,
      tracing: Tracing.ACTIVE,
      environment: PROCESS_VARIABLES,
      ...(network && { ...network, securityGroups: [...network.securityGroups] }),
    });
  }

  /** Fails the synthesis on a value that the function would refuse when it starts. */
  #set(configSchema: Schema, settings: object): void {
    const variables = Object.entries(settings).map(([name, value]) => [name, String(value)] as const);
    const parsed = configSchema.partial().safeParse(Object.fromEntries(variables));
    if (!parsed.success) throw new Error(`${this.node.path}: ${z.prettifyError(parsed.error)}`);
    for (const [name, value] of variables) this.#setVariable(name, value);
  }

  #setVariable(name: string, value: string): void {
    this.function.addEnvironment(name, value);
    this.#variables.add(name);
  }

  #findMissing(configSchema: Schema): string[] {
    return Object.keys(configSchema.shape)
      .filter((name) => !this.#variables.has(name))
      .map((name) => `The function reads ${name} and no grant sets it: call the grant that does`);
  }
}
