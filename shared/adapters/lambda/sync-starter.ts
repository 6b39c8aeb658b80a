import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { syncEventBody } from '../../contracts/sync-event.ts';
import type { SyncStarter } from '../../ports.ts';

/** Lambda queues the event and answers at once; it delivers at least once, so the function may be told twice. */
export class LambdaSyncStarter implements SyncStarter {
  readonly #client: LambdaClient;
  readonly #functionName: string;

  constructor(client: LambdaClient, functionName: string) {
    this.#client = client;
    this.#functionName = functionName;
  }

  async start(runId: string): Promise<void> {
    await this.#client.send(
      new InvokeCommand({
        FunctionName: this.#functionName,
        InvocationType: 'Event',
        Payload: syncEventBody(runId),
      }),
    );
  }
}
