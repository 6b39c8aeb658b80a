import { randomUUID } from 'node:crypto';
import type { FunctionDefinition } from '../template/functions.ts';
import type { Endpoints } from '../template/identity.ts';
import type { RoleDefinition } from '../template/roles.ts';
import { functionEnvironment } from './environment.ts';
import { FunctionPool } from './function-pool.ts';
import { findHandler } from './handler-path.ts';

export interface FunctionsOptions {
  readonly definitions: readonly FunctionDefinition[];
  readonly roles: readonly RoleDefinition[];
  readonly endpoints: Endpoints;
  readonly codeDirectory: (assetKey: string) => string;
  /** Where the output of a function goes. */
  readonly openLog: (functionName: string) => (text: string) => void;
  readonly onWorkersChanged: () => void;
}

/** The functions of the template, each in processes of its own. */
export class Functions {
  readonly #pools: ReadonlyMap<string, FunctionPool>;

  constructor(options: FunctionsOptions) {
    this.#pools = new Map(
      options.definitions.map((definition) => [definition.name, createPool(definition, options)]),
    );
  }

  /** The result as JSON. Throws InvocationError. Attempts at one asynchronous invocation share their request id. */
  async invoke(functionName: string, event: unknown, requestId: string = randomUUID()): Promise<string> {
    const pool = this.#pools.get(functionName);
    if (pool === undefined) throw new Error(`${functionName} is no function of the template`);
    return pool.invoke(event, requestId);
  }

  /** Process ids, by function name. */
  get workers(): Readonly<Record<string, readonly number[]>> {
    return Object.fromEntries([...this.#pools].map(([name, { pids }]) => [name, pids]));
  }

  /** As `kill -9` of every process of all functions. */
  kill(): void {
    for (const pool of this.#pools.values()) pool.kill();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.stop()));
  }
}

function createPool(definition: FunctionDefinition, options: FunctionsOptions): FunctionPool {
  const role = options.roles.find(({ arn }) => arn === definition.roleArn);
  if (role === undefined) throw new Error(`The role of ${definition.name} is no resource of the template`);
  const codeDirectory = options.codeDirectory(definition.assetKey);
  return new FunctionPool(
    {
      definition,
      handlerPath: findHandler(codeDirectory, definition.handlerFile),
      environment: functionEnvironment(definition, role, options.endpoints, codeDirectory),
      onOutput: options.openLog(definition.name),
    },
    options.onWorkersChanged,
  );
}
