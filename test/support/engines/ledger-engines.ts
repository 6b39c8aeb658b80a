import { startDynalite } from './dynalite.ts';
import { missingForDynamoDbLocal, startDynamoDbLocal } from './dynamodb-local.ts';
import type { Engine } from './engine.ts';

export interface LedgerEngine {
  readonly name: string;
  /** Null when the engine can run here, else what is missing and how to get it. */
  readonly missing: string | null;
  start(): Promise<Engine>;
}

/** The engine of the local run. */
export const DYNALITE: LedgerEngine = { name: 'dynalite', missing: null, start: startDynalite };

/** The judge. */
const DYNAMODB_LOCAL: LedgerEngine = {
  name: 'DynamoDB Local',
  missing: missingForDynamoDbLocal(),
  start: startDynamoDbLocal,
};

export const LEDGER_ENGINES: readonly LedgerEngine[] = [DYNALITE, DYNAMODB_LOCAL];
