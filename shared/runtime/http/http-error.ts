import { errorBody, type FieldError } from '../../contracts/http/errors.ts';
import type { HttpReply } from './reply.ts';

/** An answer that is an error: thrown by a route, told to the client as it is. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly #errors: readonly FieldError[];

  constructor(status: number, message: string, errors: readonly FieldError[] = []) {
    super(message);
    this.status = status;
    this.#errors = errors;
  }

  toReply(): HttpReply {
    return { status: this.status, body: errorBody(this.status, this.message, this.#errors), headers: {} };
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
