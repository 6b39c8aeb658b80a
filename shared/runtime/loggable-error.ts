import * as z from 'zod';
import { inSource } from './source-places.ts';

export interface LoggableError {
  readonly name: string;
  readonly message: string;
  /** Where it was thrown, without the message that a stack begins with. */
  readonly frames: readonly string[];
  readonly cause?: LoggableError;
}

/** Wrappers deeper than this add nothing, and a chain of causes may be a ring. */
const MAX_CAUSES = 5;

/** For anything else that is thrown: what it is, nobody knows, so none of it is told. */
const NO_ERROR: LoggableError = {
  name: 'Error',
  message: 'a value that is no error was thrown',
  frames: [],
};

/**
 * What may be logged of an error. Its other properties are left out: the SDK, the CSV parser and DynamoDB's
 * condition errors attach whole replies, records and items to theirs.
 */
export function loggableError(error: unknown, depth = 0): LoggableError {
  if (!(error instanceof Error)) return NO_ERROR;
  return {
    name: error.name,
    message: safeMessage(error),
    frames: framesOf(error),
    ...(error.cause instanceof Error && depth < MAX_CAUSES
      ? { cause: loggableError(error.cause, depth + 1) }
      : {}),
  };
}

function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .flatMap((line) => line.match(/^\s+at (.+)$/)?.[1] ?? [])
    .map(inSource);
}

/** The error to throw where whoever catches it logs it whole: only what `loggableError` gives. */
export function safeError(error: unknown): Error {
  const { name, message, frames } = loggableError(error);
  const safe = new Error(message);
  safe.name = name;
  safe.stack = [`${name}: ${message}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return safe;
}

/** Parsers quote what they read, which may be a person's: quoted text, addresses and IPs are masked. */
function safeMessage(error: Error): string {
  if (error instanceof z.ZodError) {
    return error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; ');
  }
  return error.message
    .replace(/".*"/s, '"..."')
    .replace(/[^\s<>"']+@[^\s<>"']+/g, '(address)')
    .replace(/\b\d{1,3}(\.\d{1,3}){3}\b/g, '(ip)')
    .replace(/(?<![\w:])([\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\w:])/gi, '(ip)');
}
