import * as z from 'zod';
import type { Assembly } from '../../cdk/local/assembly.ts';
import { functionEnvironment } from '../../cdk/local/functions/environment.ts';
import { findHandler } from '../../cdk/local/functions/handler-path.ts';
import { lambdaNodeOptions } from '../../cdk/local/functions/lambda-node-options.ts';
import type { FunctionDefinition } from '../../cdk/local/template/functions.ts';
import type { Endpoints } from '../../cdk/local/template/identity.ts';
import type { StackDefinition } from '../../cdk/local/template/stack.ts';
import { Child } from './child.ts';

interface Deployed {
  readonly assembly: Assembly;
  readonly stack: StackDefinition;
  readonly endpoints: Endpoints;
}

/** A process of a bundled handler, as Lambda starts one; it takes events when this resolves. */
export async function startLambda(
  definition: FunctionDefinition,
  { assembly, stack, endpoints }: Deployed,
  variables: Readonly<Record<string, string>> = {},
): Promise<Child> {
  const role = stack.roles.find(({ arn }) => arn === definition.roleArn);
  if (role === undefined) throw new Error(`the stack has no role of ${definition.name}`);
  const codeDirectory = assembly.codeDirectory(definition.assetKey);
  const child = new Child({
    file: 'lambda-process.mjs',
    args: [findHandler(codeDirectory, definition.handlerFile), definition.handlerExport],
    env: { ...functionEnvironment(definition, role, endpoints, codeDirectory), ...variables },
    execArgv: lambdaNodeOptions(definition.memoryMb),
    stdout: 'ignore',
  });
  await child.answer(z.literal('ready'));
  return child;
}
