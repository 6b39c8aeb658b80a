import type { Rejection, Upload } from '../../shared/domain/upload.ts';

/** Clocks differ; a date further ahead is a mistake that would make every true observation look old. */
const MAX_AHEAD_MS = 10 * 60 * 1000;

/** ISO 8601 with a zone, at least to the day; `Date.parse` alone takes much else for a date. */
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * When the file's content was so: its metadata `observed-at`, else when it was uploaded. Files themselves carry
 * no date.
 */
export function observedAtOf(
  upload: Upload,
  metadata: Readonly<Record<string, string>>,
): { readonly observedAt: string } | { readonly rejection: Rejection } {
  const stated = metadata['observed-at'];
  if (stated === undefined) return { observedAt: upload.receivedAt };
  const time = ISO_DATE.test(stated) ? Date.parse(stated) : Number.NaN;
  if (Number.isNaN(time)) {
    return reject('an ISO 8601 date such as 2026-03-01T08:00:00Z in the object metadata observed-at');
  }
  if (time > Date.parse(upload.receivedAt) + MAX_AHEAD_MS) {
    return reject('a date in the object metadata observed-at that is not after the upload');
  }
  return { observedAt: new Date(time).toISOString() };
}

function reject(expected: string): { readonly rejection: Rejection } {
  const problem = {
    path: null,
    line: null,
    column: null,
    expected,
    fix: 'Correct the metadata, or leave it out to have the time of the upload taken; then drop the file again.',
  };
  return { rejection: { reason: 'invalid-metadata', problems: [problem], totalProblems: 1 } };
}
