import { InvocationError } from '../functions/worker.ts';

/** An asynchronous invocation that is given up. */
export interface GivenUp {
  readonly requestId: string;
  readonly functionArn: string;
  readonly condition: 'RetriesExhausted' | 'EventAgeExceeded';
  readonly attempts: number;
  readonly event: unknown;
  /** What the last attempt failed with. */
  readonly error: unknown;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
export function failureRecord({ requestId, functionArn, condition, attempts, event, error }: GivenUp) {
  return {
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId,
      functionArn: `${functionArn}:$LATEST`,
      condition,
      approximateInvokeCount: attempts,
    },
    requestPayload: event,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: errorPayload(error),
  };
}

function errorPayload(error: unknown) {
  if (!(error instanceof InvocationError)) return { errorMessage: String(error) };
  const { errorMessage, errorType } = error;
  return errorType === null ? { errorMessage } : { errorMessage, errorType };
}
