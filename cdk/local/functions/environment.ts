import { devNull } from 'node:os';
import { REGION } from '../template/account.ts';
import type { FunctionDefinition } from '../template/functions.ts';
import type { Endpoints } from '../template/identity.ts';
import type { RoleDefinition } from '../template/roles.ts';

/**
 * The whole environment of a function: its variables in the template, what Lambda sets, and what leads the AWS SDK to
 * the local services. Nothing is inherited from the shell.
 */
export function functionEnvironment(
  definition: FunctionDefinition,
  role: RoleDefinition,
  endpoints: Endpoints,
  codeDirectory: string,
): Record<string, string> {
  return {
    ...definition.environment,
    ...lambdaVariables(definition, codeDirectory),
    ...credentials(role),
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_LAMBDA: endpoints.lambda,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secretsManager,
    AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.eventBridge,
    AWS_ENDPOINT_URL_SNS: endpoints.sns,
    // On Lambda there is no home directory with the developer's own profiles.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  };
}

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
function lambdaVariables(definition: FunctionDefinition, codeDirectory: string): Record<string, string> {
  return {
    _HANDLER: `${definition.handlerFile}.${definition.handlerExport}`,
    AWS_DEFAULT_REGION: REGION,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_REGION: REGION,
    LAMBDA_TASK_ROOT: codeDirectory,
    LANG: 'en_US.UTF-8',
    TZ: 'UTC',
  };
}

/** The access key id is the name of the role: that is how the gateway knows who calls. */
function credentials(role: RoleDefinition): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: role.name,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
  };
}
