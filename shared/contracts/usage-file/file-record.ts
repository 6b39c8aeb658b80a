import type * as z from 'zod';
import type { Location, ProblemLog } from './problem-log.ts';

/** One record of a file as read: a JSON object, or a line of a CSV as an object of its columns. */
export interface FileRecord {
  readonly value: unknown;
  /** Where the value at this path within the record is, or would have to be. */
  locate(path: readonly PropertyKey[]): Location;
}

/**
 * The record as its schema gives it, or null when it does not fit: then every issue has become a problem.
 * Each part of a schema has for its message what is expected there, so no message carries a value of the file.
 */
export function validated<Output>(
  schema: z.ZodType<Output>,
  record: FileRecord,
  problems: ProblemLog,
  fix: string,
): Output | null {
  const result = schema.safeParse(record.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) problems.add(record.locate(issue.path), issue.message, fix);
  return null;
}
