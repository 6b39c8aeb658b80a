import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { LedgerUnits } from '../../domain/ledger-units.ts';
import type { LedgerMeter } from '../../meter-ports.ts';

/** Of the commands that the adapters send; all others write. */
const READING: ReadonlySet<string> = new Set(['GetItemCommand', 'QueryCommand']);

/**
 * Adds up what DynamoDB charges for all requests of a client. A write whose condition fails is charged and not told
 * by DynamoDB, so that it is missing here: a merge has a handful of them.
 */
export class DynamoDbUnitsMeter implements LedgerMeter {
  readonly #used = { read: 0, write: 0 };

  constructor(client: DynamoDBDocumentClient) {
    client.middlewareStack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
          const kind = READING.has(commandName) ? 'read' : 'write';
          this.#used[kind] += unitsOf(answer.output);
          return answer;
        },
      { step: 'initialize' },
    );
  }

  used(): LedgerUnits {
    return { ...this.#used };
  }
}

/** A batch tells them table by table. */
function unitsOf(output: object): number {
  const { ConsumedCapacity: consumed }: ConsumedBy = output;
  const tables = Array.isArray(consumed) ? consumed : [consumed ?? {}];
  return tables.reduce((total, { CapacityUnits = 0 }) => total + CapacityUnits, 0);
}

interface ConsumedBy {
  readonly ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] | undefined;
}
