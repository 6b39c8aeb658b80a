import type { LambdaClient } from '@aws-sdk/client-lambda';
import { syncEventBody } from '../../contracts/sync-event.ts';
import type { SyncStarter } from '../../ports.ts';
import { sendEvent } from './send-event.ts';

export class LambdaSyncStarter implements SyncStarter {
  readonly #client: LambdaClient;
  readonly #functionName: string;

  constructor(client: LambdaClient, functionName: string) {
    this.#client = client;
    this.#functionName = functionName;
  }

  async start(runId: string): Promise<void> {
    await sendEvent(this.#client, this.#functionName, syncEventBody(runId));
  }
}
