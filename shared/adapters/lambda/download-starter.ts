import type { LambdaClient } from '@aws-sdk/client-lambda';
import { downloadEventBody } from '../../contracts/download-event.ts';
import type { Download } from '../../domain/download.ts';
import type { DownloadStarter } from '../../download-ports.ts';
import { sendEvent } from './send-event.ts';

export class LambdaDownloadStarter implements DownloadStarter {
  readonly #client: LambdaClient;
  readonly #functionName: string;

  constructor(client: LambdaClient, functionName: string) {
    this.#client = client;
    this.#functionName = functionName;
  }

  async start(download: Download): Promise<void> {
    await sendEvent(this.#client, this.#functionName, downloadEventBody(download));
  }
}
