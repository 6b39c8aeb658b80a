import type { Functions } from '../functions/functions.ts';
import type { StackDefinition } from '../template/stack.ts';
import { QueuePoller } from './queue-poller.ts';

export interface PollersOptions {
  readonly stack: StackDefinition;
  readonly functions: Functions;
  /** Base URL of the gateway to SQS, and of the engine behind it. */
  readonly gatewayUrl: string;
  readonly engineUrl: string;
  readonly onError: (functionName: string, error: unknown) => void;
}

/** Starts one poller for each event source mapping of the template. */
export function startPollers(options: PollersOptions): readonly QueuePoller[] {
  const { stack, functions, gatewayUrl, engineUrl, onError } = options;
  return stack.mappings.map((mapping) => {
    const consumer = stack.functions.find(({ name }) => name === mapping.functionName);
    const role = stack.roles.find(({ arn }) => arn === consumer?.roleArn);
    const queue = stack.queues.find(({ arn }) => arn === mapping.queueArn);
    return new QueuePoller({
      mapping,
      queueUrl: queue?.url ?? '',
      gatewayUrl,
      accessKeyId: role?.name ?? '',
      engineUrl,
      invoke: (event) => functions.invoke(mapping.functionName, event),
      onError: (error) => onError(mapping.functionName, error),
    });
  });
}
