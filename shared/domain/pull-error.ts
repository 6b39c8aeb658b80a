import type { PullFailure } from './sync-run.ts';

/** A source could not be pulled. The message names what was asked, never a token, an address or an answer. */
export class PullError extends Error {
  override readonly name = 'PullError';
  readonly failure: PullFailure;

  constructor(failure: PullFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}
