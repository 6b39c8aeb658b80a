import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';

/** Lambda queues the event and answers at once; it delivers at least once, so the function may be told twice. */
export async function sendEvent(client: LambdaClient, functionName: string, event: string): Promise<void> {
  await client.send(
    new InvokeCommand({ FunctionName: functionName, InvocationType: 'Event', Payload: event }),
  );
}
