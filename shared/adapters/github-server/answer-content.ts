import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Answer, header } from './answer.ts';
import { failureOfBody, serverFailure } from './server-failures.ts';

const LINE_FEED = 0x0a;

/** The content of an answer, decompressed, in one pass; and whether its end can be believed. */
export class AnswerContent {
  readonly #answer: Answer;
  readonly #asked: string;
  readonly #signal: AbortSignal;
  #lastByte: number | undefined;
  #hasEnded = false;

  constructor(answer: Answer, asked: string, signal: AbortSignal) {
    this.#answer = answer;
    this.#asked = asked;
    this.#signal = signal;
  }

  /** @throws PullError, also for a body whose end is not proven by its length, its last chunk or its archive. */
  async *bytes(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for await (const chunk of this.#decoded()) {
        this.#lastByte = chunk.at(-1) ?? this.#lastByte;
        yield chunk;
      }
    } catch (error) {
      throw failureOfBody(this.#asked, error, this.#signal);
    }
    this.#hasEnded = true;
  }

  /** Whether all was read, and the last line has no end: of a text of lines, that is a part. */
  endsWithinLine(): boolean {
    return this.#hasEnded && this.#lastByte !== undefined && this.#lastByte !== LINE_FEED;
  }

  #decoded(): AsyncIterable<Uint8Array> {
    const encoding = header(this.#answer, 'content-encoding')?.toLowerCase() ?? 'identity';
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipped(this.#answer);
    if (encoding !== 'identity') {
      throw serverFailure('unreadable-answer', this.#asked, 'an unknown content encoding');
    }
    if (!isDelimited(this.#answer)) {
      throw serverFailure('incomplete-answer', this.#asked, 'a body without a proven end');
    }
    return this.#answer.body;
  }
}

/** Strict, unlike that of `fetch`, which takes an archive that is cut off for a whole one. */
function gunzipped({ body }: Answer): AsyncIterable<Uint8Array> {
  // Whoever reads receives every error, that of the connection included.
  return pipeline(body, createGunzip(), () => undefined);
}

/** Otherwise the body ends where the connection does, for whatever reason (RFC 9112 6.3 and 8). */
function isDelimited(answer: Answer): boolean {
  return header(answer, 'content-length') !== null || header(answer, 'transfer-encoding') === 'chunked';
}
