import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { type Invocation, invocationSchema, type WorkerMessage } from './messages.ts';

/** What Lambda's runtime does for one function: `node worker-process.ts FILE EXPORT`, then invocations come by IPC. */
const [file = '', exportName = ''] = process.argv.slice(2);

const handlerSchema = z.custom<(event: unknown, context: unknown) => unknown>(
  (value) => typeof value === 'function',
  { error: `${file} exports no function ${exportName}` },
);

// Ctrl-C reaches every process of the terminal; the parent decides when this one is no longer needed.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());

const handler = handlerSchema.parse((await import(pathToFileURL(file).href))[exportName]);
process.on('message', (message) => invoke(invocationSchema.parse(message)));
say({ kind: 'ready' });

async function invoke(invocation: Invocation): Promise<void> {
  try {
    const result = await handler(JSON.parse(invocation.event), contextOf(invocation));
    say({ kind: 'returned', result: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    console.error(error);
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    say({ kind: 'failed', errorType: name, errorMessage: message });
  }
}

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
function contextOf(invocation: Invocation) {
  return {
    awsRequestId: invocation.requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: invocation.functionName,
    functionVersion: '$LATEST',
    getRemainingTimeInMillis: () => Math.max(0, invocation.deadlineMs - Date.now()),
    invokedFunctionArn: invocation.functionArn,
    logGroupName: `/aws/lambda/${invocation.functionName}`,
    logStreamName: 'local',
    memoryLimitInMB: String(invocation.memoryMb),
  };
}

function say(message: WorkerMessage): void {
  process.send?.(message);
}
