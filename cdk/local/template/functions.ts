import * as z from 'zod';
import { arnSchema, numeric, readResources, withoutLocalEffect } from './properties.ts';
import type { Resolver } from './resolver.ts';
import { resourcesOfType, type Template } from './template.ts';

/** Lambda's defaults. */
const DEFAULT_MEMORY_MB = 128;
const DEFAULT_TIMEOUT_SECONDS = 3;

const functionProperties = z.strictObject({
  FunctionName: z.string().optional(),
  Code: z.strictObject({ S3Bucket: z.string(), S3Key: z.string() }),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.string()).default({}) }).optional(),
  /** `file.export`, the file without its ending. */
  Handler: z.string().regex(/^[^.]+\.\w+$/),
  MemorySize: numeric.default(DEFAULT_MEMORY_MB),
  Role: arnSchema,
  Runtime: z.string().startsWith('nodejs'),
  Timeout: numeric.default(DEFAULT_TIMEOUT_SECONDS),
  ReservedConcurrentExecutions: numeric.optional(),
  Architectures: withoutLocalEffect,
  Description: withoutLocalEffect,
  LoggingConfig: withoutLocalEffect,
  TracingConfig: withoutLocalEffect,
  Tags: withoutLocalEffect,
});

const permissionProperties = z.strictObject({
  Action: z.string(),
  FunctionName: arnSchema,
  Principal: z.string(),
  SourceArn: withoutLocalEffect,
  SourceAccount: withoutLocalEffect,
});

export interface FunctionDefinition {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  /** Object key of the code in the bucket for assets. */
  readonly assetKey: string;
  readonly handlerFile: string;
  readonly handlerExport: string;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly reservedConcurrency: number | null;
  /** Exactly the variables of the template. */
  readonly environment: Readonly<Record<string, string>>;
  /** Services that may invoke it, such as `apigateway.amazonaws.com`. */
  readonly invokers: readonly string[];
}

/** The functions of the application; those that only help CloudFormation to deploy are left out. */
export function readFunctions(template: Template, resolver: Resolver): FunctionDefinition[] {
  const helpers = deploymentHelpers(template);
  const Resources = Object.fromEntries(Object.entries(template.Resources).filter(([id]) => !helpers.has(id)));
  const permissions = readResources(template, resolver, permissionProperties, 'AWS::Lambda::Permission').map(
    ([, permission]) => permission,
  );
  return readResources({ Resources }, resolver, functionProperties, 'AWS::Lambda::Function').map(
    ([logicalId, properties]) => {
      const { ref: name, attributes } = resolver.identity(logicalId);
      const [handlerFile = '', handlerExport = ''] = properties.Handler.split('.');
      return {
        name,
        arn: attributes.Arn ?? '',
        roleArn: properties.Role,
        assetKey: properties.Code.S3Key,
        handlerFile,
        handlerExport,
        memoryMb: properties.MemorySize,
        timeoutMs: properties.Timeout * 1000,
        reservedConcurrency: properties.ReservedConcurrentExecutions ?? null,
        environment: properties.Environment?.Variables ?? {},
        invokers: permissions
          .filter(({ Action, FunctionName }) => {
            return Action === 'lambda:InvokeFunction' && FunctionName === attributes.Arn;
          })
          .map(({ Principal }) => Principal),
      };
    },
  );
}

/** The functions that answer for custom resources: CloudFormation calls them, the application never does. */
function deploymentHelpers(template: Template): ReadonlySet<string> {
  const customTypes = Object.values(template.Resources)
    .map(({ Type }) => Type)
    .filter((type) => type.startsWith('Custom::'));
  const token = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) });
  return new Set(
    resourcesOfType(template, ...customTypes).flatMap(([, { Properties }]) => {
      const parsed = token.safeParse(Properties.ServiceToken);
      return parsed.success ? [parsed.data['Fn::GetAtt'][0]] : [];
    }),
  );
}
