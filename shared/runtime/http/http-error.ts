import { errorBody, type FieldError } from '../../contracts/http/errors.ts';
import type { HttpReply } from './reply.ts';

interface HttpErrorDetails {
  readonly errors?: readonly FieldError[];
  readonly headers?: HttpReply['headers'];
}

/** An answer that is an error: thrown by a route, told to the client as it is. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly #details: HttpErrorDetails;

  constructor(status: number, message: string, details: HttpErrorDetails = {}) {
    super(message);
    this.status = status;
    this.#details = details;
  }

  toReply(): HttpReply {
    const { errors = [], headers = {} } = this.#details;
    return { status: this.status, body: errorBody(this.status, this.message, errors), headers };
  }
}

export function notFound(): HttpError {
  return new HttpError(404, 'Not Found');
}

/** @throws HttpError 404 when there is nothing. */
export function found<Value>(value: Value | null): Value {
  if (value === null) throw notFound();
  return value;
}
