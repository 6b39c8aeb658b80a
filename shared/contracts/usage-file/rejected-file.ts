import type { Problem, Rejection, RejectionReason } from '../../domain/upload.ts';

/** Stops the reading of a file whose content is refused. Never leaves this folder: it becomes a `rejected`. */
export class RejectedFile extends Error {
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(`the file is rejected: ${rejection.reason}`);
    this.name = 'RejectedFile';
    this.rejection = rejection;
  }
}

/** A file refused for one reason that concerns it as a whole, or from the given place on. */
export function rejectedFor(
  reason: RejectionReason,
  expected: string,
  fix: string,
  place: Partial<Pick<Problem, 'path' | 'line' | 'column'>> = {},
): RejectedFile {
  const problem = { path: null, line: null, column: null, ...place, expected, fix };
  return new RejectedFile({ reason, problems: [problem], totalProblems: 1 });
}
