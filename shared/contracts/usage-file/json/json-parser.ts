import { JsonLexer, type JsonTokens, type Punctuation } from './json-lexer.ts';
import { JsonSyntaxError } from './json-syntax-error.ts';

/** Far deeper than any of the formats, far less than what exhausts the stack of a recursive reader. */
const MAX_DEPTH = 32;

/** Receives the structure of JSON texts that follow one another; each is an object or an array. */
export interface JsonEvents {
  beginObject(): void;
  beginArray(): void;
  /** The innermost object or array is complete. */
  end(): void;
  key(key: string): void;
  /** An `overlong` text comes without its content. */
  value(value: string | number | boolean | null, overlong: boolean): void;
}

type Expectation = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma or end' | 'page';

const EXPECTED: Readonly<Record<Expectation, string>> = {
  value: 'a value',
  'first value': 'a value or the end of the array',
  key: 'a key in double quotes',
  'first key': 'a key in double quotes or the end of the object',
  colon: 'a colon between key and value',
  'comma or end': 'a comma or the end of the array or object',
  page: 'nothing more, or another page',
};

/** Checks that the tokens are JSON. */
export class JsonParser implements JsonTokens {
  readonly #events: JsonEvents;
  readonly #lexer = new JsonLexer(this);
  readonly #open: ('{' | '[')[] = [];
  #expects: Expectation = 'page';

  constructor(events: JsonEvents) {
    this.#events = events;
  }

  /** Of what is being told to the events, or of the error. */
  get line(): number {
    return this.#lexer.line;
  }

  get column(): number {
    return this.#lexer.column;
  }

  /** Whether an element of an array, or the comma before it, would be read next. */
  get isBetweenElements(): boolean {
    return this.#open.at(-1) === '[' && this.#lexer.isBetweenTokens;
  }

  /** Whether a comma has to come before the next element. */
  get isCommaDue(): boolean {
    return this.#expects === 'comma or end';
  }

  /** Reads on from `start` until the chunk ends or the events pause it. Returns where. @throws {JsonSyntaxError} */
  write(chunk: Buffer, start: number): number {
    return this.#lexer.write(chunk, start);
  }

  /** What follows in the chunk at hand comes again, as the next one. */
  leave(end: number): void {
    this.#lexer.leave(end);
  }

  /** Reads no further than what is being told. */
  pause(): void {
    this.#lexer.pause();
  }

  /** Passes over elements of an array that something else has read. */
  skipElements(chunk: Buffer, start: number, end: number): void {
    this.#lexer.skip(chunk, start, end);
    this.#expects = 'comma or end';
  }

  /** @throws {JsonSyntaxError} when the last text is not complete. */
  end(): void {
    this.#lexer.end();
    if (this.#open.length > 0) throw new JsonSyntaxError('the rest of the file, which is cut off here');
  }

  punctuation(mark: Punctuation): void {
    if (mark === '{' || mark === '[') this.#begin(mark);
    else if (mark === '}') this.#end('{', 'first key');
    else if (mark === ']') this.#end('[', 'first value');
    else if (mark === ':') this.#expect(this.#expects === 'colon', 'value');
    else this.#expect(this.#expects === 'comma or end', this.#open.at(-1) === '{' ? 'key' : 'value');
  }

  text(value: string, overlong: boolean): void {
    if (this.#expects === 'key' || this.#expects === 'first key') this.#key(value, overlong);
    else this.#value(value, overlong);
  }

  scalar(value: number | boolean | null): void {
    this.#value(value, false);
  }

  #key(key: string, overlong: boolean): void {
    if (overlong) throw new JsonSyntaxError('a key of at most 64 KiB');
    this.#expects = 'colon';
    this.#events.key(key);
  }

  #value(value: string | number | boolean | null, overlong: boolean): void {
    this.#expect(this.#isValueExpected(), 'comma or end');
    this.#events.value(value, overlong);
  }

  #begin(mark: '{' | '['): void {
    this.#expect(
      this.#isValueExpected() || this.#expects === 'page',
      mark === '{' ? 'first key' : 'first value',
    );
    if (this.#open.length === MAX_DEPTH) throw new JsonSyntaxError(`values nested at most ${MAX_DEPTH} deep`);
    this.#open.push(mark);
    if (mark === '{') this.#events.beginObject();
    else this.#events.beginArray();
  }

  #end(mark: '{' | '[', whenEmpty: Expectation): void {
    const isComplete = this.#expects === 'comma or end' || this.#expects === whenEmpty;
    this.#expect(isComplete && this.#open.at(-1) === mark, 'comma or end');
    this.#open.pop();
    if (this.#open.length === 0) this.#expects = 'page';
    this.#events.end();
  }

  #isValueExpected(): boolean {
    return this.#expects === 'value' || this.#expects === 'first value';
  }

  #expect(isMet: boolean, next: Expectation): void {
    if (!isMet) throw new JsonSyntaxError(EXPECTED[this.#expects]);
    this.#expects = next;
  }
}
