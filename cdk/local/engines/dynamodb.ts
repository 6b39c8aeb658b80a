import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { LOOPBACK } from '../local-server.ts';
import type { TableDefinition } from '../template/tables.ts';
import { AwsJsonError, callAwsJson } from './aws-json.ts';
import type { Engine } from './engine.ts';

const PROCESS = fileURLToPath(new URL('./dynamodb-process.ts', import.meta.url));

const addressSchema = z.object({ port: z.int() });

/** Starts DynamoDB (dynalite), which keeps its tables in the directory. `onExit` hears of an end nobody asked for. */
export async function startDynamoDb(directory: string, onExit: (reason: string) => void): Promise<Engine> {
  const child = fork(PROCESS, [directory], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  const [message] = await Promise.race([once(child, 'message'), exited]);
  const address = addressSchema.safeParse(message);
  if (!address.success) throw new Error('DynamoDB (dynalite) did not start; its output above says why');
  let stopping = false;
  exited.then(() => stopping || onExit('DynamoDB (dynalite) has ended'));
  return {
    url: `http://${LOOPBACK}:${address.data.port}`,
    stop: async () => {
      stopping = true;
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Makes the table, or finds it as the template says. Throws when the stored one has other keys. */
export async function ensureTable(endpoint: string, table: TableDefinition): Promise<void> {
  const call = (operation: string, body: unknown) =>
    callAwsJson({ endpoint, target: `DynamoDB_20120810.${operation}`, body, accessKeyId: 'local' });
  try {
    const stored = Object((await call('DescribeTable', { TableName: table.name })).Table);
    const { KeySchema } = table.createTable;
    if (isDeepStrictEqual(stored.KeySchema, KeySchema)) return;
  } catch (error) {
    if (!(error instanceof AwsJsonError) || error.type !== 'ResourceNotFoundException') throw error;
    await call('CreateTable', table.createTable);
    return;
  }
  throw new Error(`The stored table ${table.name} has other keys than the template: start anew with --fresh`);
}
