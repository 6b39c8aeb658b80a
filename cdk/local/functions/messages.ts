import * as z from 'zod';

/** What a worker is asked to do. Its deadline is in milliseconds since the epoch. */
export const invocationSchema = z.object({
  requestId: z.string(),
  deadlineMs: z.number(),
  functionName: z.string(),
  functionArn: z.string(),
  memoryMb: z.number(),
  /** The event, as JSON: a function gets an own copy of it, of what JSON can carry, as on Lambda. */
  event: z.string(),
});

export type Invocation = z.output<typeof invocationSchema>;

/** What a worker says: that its code is loaded, then one outcome for each invocation. */
export const workerMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** Undefined has no JSON and becomes `null`. */
  z.object({ kind: z.literal('returned'), result: z.string() }),
  z.object({ kind: z.literal('failed'), errorType: z.string(), errorMessage: z.string() }),
]);

export type WorkerMessage = z.output<typeof workerMessageSchema>;
