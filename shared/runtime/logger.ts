import { Logger } from '@aws-lambda-powertools/logger';
import { loggableError } from './loggable-error.ts';

/**
 * Structured JSON lines on standard output; level by POWERTOOLS_LOG_LEVEL. Log ids and counts only: no address,
 * login, name, token or header, and never a whole event, reply or item.
 */
export function createLogger(functionName: string): Logger {
  return new Logger({
    serviceName: functionName,
    jsonReplacerFn: (_key, value) => (value instanceof Error ? loggableError(value) : value),
  });
}
