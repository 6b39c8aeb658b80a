import type { LambdaClient } from '@aws-sdk/client-lambda';
import { erasureEventBody } from '../../contracts/erasure-event.ts';
import type { Email } from '../../domain/email.ts';
import type { ErasureStarter } from '../../privacy-ports.ts';
import { sendEvent } from './send-event.ts';

export class LambdaErasureStarter implements ErasureStarter {
  readonly #client: LambdaClient;
  readonly #functionName: string;

  constructor(client: LambdaClient, functionName: string) {
    this.#client = client;
    this.#functionName = functionName;
  }

  async start(erasureId: string, email: Email): Promise<void> {
    await sendEvent(this.#client, this.#functionName, erasureEventBody({ erasureId, email }));
  }
}
