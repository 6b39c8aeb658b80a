import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { callAwsJson } from '../engines/aws-json.ts';
import type { Functions } from '../functions/functions.ts';
import { type AsyncSettings, defaultAsyncSettings } from '../template/async-settings.ts';
import type { FunctionDefinition } from '../template/functions.ts';
import type { StackDefinition } from '../template/stack.ts';
import { failureRecord, type GivenUp } from './failure-record.ts';

/** Lambda waits for one minute, then for two, which nobody at a laptop wants to. */
const RETRY_DELAY_MS = 2000;

export interface AsyncInvocationsOptions {
  readonly stack: Pick<StackDefinition, 'functions' | 'roles' | 'queues' | 'asyncSettings'>;
  readonly functions: Pick<Functions, 'invoke'>;
  /** Base URL of the gateway to SQS, which the function's role must pass, as on AWS. */
  readonly sqsUrl: string;
  readonly onError: (functionName: string, error: unknown) => void;
}

/** Lambda's queue of events: takes them at once and invokes later. It is in memory: a stop forgets what waits. */
export class AsyncInvocations {
  readonly #options: AsyncInvocationsOptions;
  readonly #stopping = new AbortController();

  constructor(options: AsyncInvocationsOptions) {
    this.#options = options;
  }

  /** The request id. Throws when there is no such function. */
  accept(functionArn: string, event: unknown): string {
    const target = this.#options.stack.functions.find(({ arn }) => arn === functionArn);
    if (target === undefined) throw new Error(`${functionArn} is no function of the template`);
    const requestId = randomUUID();
    this.#run(target, event, requestId).catch((error: unknown) => this.#report(target, error));
    return requestId;
  }

  /** Begins no further attempt. */
  stop(): void {
    this.#stopping.abort();
  }

  async #run(target: FunctionDefinition, event: unknown, requestId: string): Promise<void> {
    const settings = this.#settingsOf(target);
    const { signal } = this.#stopping;
    const acceptedAt = Date.now();
    for (let attempts = 1; ; attempts++) {
      try {
        await this.#options.functions.invoke(target.name, event, requestId);
        return;
      } catch (error) {
        if (signal.aborted) return;
        this.#report(target, error);
        const condition = endOf(settings, attempts, Date.now() - acceptedAt + RETRY_DELAY_MS);
        const attempt = { requestId, functionArn: target.arn, attempts, event, error };
        if (condition !== null) return this.#giveUp(target, settings, { ...attempt, condition });
      }
      await wait(RETRY_DELAY_MS, null, { signal });
    }
  }

  /** Lambda sends the record with the role of the function. */
  async #giveUp(
    target: FunctionDefinition,
    { failureQueueArn }: AsyncSettings,
    givenUp: GivenUp,
  ): Promise<void> {
    if (failureQueueArn === null) return;
    const { roles, queues } = this.#options.stack;
    await callAwsJson({
      endpoint: this.#options.sqsUrl,
      target: 'AmazonSQS.SendMessage',
      accessKeyId: roles.find(({ arn }) => arn === target.roleArn)?.name ?? '',
      body: {
        QueueUrl: queues.find(({ arn }) => arn === failureQueueArn)?.url,
        MessageBody: JSON.stringify(failureRecord(givenUp)),
      },
    });
  }

  #settingsOf({ name }: FunctionDefinition): AsyncSettings {
    const given = this.#options.stack.asyncSettings.find(({ functionName }) => functionName === name);
    return given ?? defaultAsyncSettings(name);
  }

  #report({ name }: FunctionDefinition, error: unknown): void {
    if (!this.#stopping.signal.aborted) this.#options.onError(name, error);
  }
}

/** Why no further attempt is made; null when one is. */
function endOf(
  { retryAttempts, maxEventAgeMs }: AsyncSettings,
  attempts: number,
  ageMs: number,
): GivenUp['condition'] | null {
  if (attempts > retryAttempts) return 'RetriesExhausted';
  return ageMs > maxEventAgeMs ? 'EventAgeExceeded' : null;
}
