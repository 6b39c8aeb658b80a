import type { Location, ProblemLog } from '../problem-log.ts';
import { type Container, keep, type Role } from './json-container.ts';
import { type JsonEvents, JsonParser } from './json-parser.ts';
import { type JsonNode, JsonRecord, pathSegment } from './json-record.ts';
import { JsonSyntaxError } from './json-syntax-error.ts';
import { nextRecord } from './plain-json.ts';
import type { PlainUsers } from './plain-users.ts';

/** The most one record may hold: the length of its keys and texts, and 32 for each value. */
const MAX_RECORD_WEIGHT = 2 * 1024 * 1024;
const VALUE_WEIGHT = 32;

/** In place of a text too long to be kept. */
const CUT_TEXT = '...';

/** Of the end of a chunk as much is held back at most, until the user that it cuts is whole: few users are longer. */
const MOST_HELD_BYTES = 16 * 1024;
const NOTHING = Buffer.alloc(0);

const FIX = 'Export the file again and upload it unchanged.';

export type JsonObject = { readonly [key: string]: unknown };

/** Receives what a JSON file holds, piece by piece, so that the file is never held as a whole. */
export interface PageReader {
  /** Reads those users that are plain; null while the file's format is not known. */
  readonly plainUsers: PlainUsers | null;
  /** One element of the page's `users`. The page has the members that precede `users` in the file. */
  user(user: JsonRecord, page: JsonObject): void;
  /** A page that is complete. Its `users`, handed out before, are an empty array; an overlong text is cut short. */
  page(page: JsonRecord): void;
}

/**
 * Reads a page (an object), pages in an array (`gh api --paginate --slurp`), or pages that follow one another
 * (`gh api --paginate`). Objects are made without a prototype, so that no key of the file has a meaning.
 */
export class JsonPages implements JsonEvents {
  readonly #reader: PageReader;
  readonly #problems: ProblemLog;
  readonly #knownKeys: ReadonlySet<string>;
  readonly #parser = new JsonParser(this);
  readonly #open: Container[] = [];
  #weight = 0;
  /** How the user begins that the last chunk cuts. */
  #held = NOTHING;

  /** @param knownKeys may be named in a problem; any other could be somebody's name or address. */
  constructor(reader: PageReader, problems: ProblemLog, knownKeys: ReadonlySet<string>) {
    this.#reader = reader;
    this.#problems = problems;
    this.#knownKeys = knownKeys;
  }

  /** @throws {RejectedFile} when the text is no JSON. */
  async read(text: AsyncIterable<Buffer>): Promise<void> {
    try {
      for await (const chunk of text) this.#write(chunk);
      this.#readOn(this.#held);
      this.#parser.end();
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      this.#problems.stop(this.#here(), error.expected, FIX);
    }
  }

  #write(chunk: Buffer): void {
    const start = this.#held.length === 0 ? 0 : this.#readHeld(chunk);
    const rest = chunk.subarray(start);
    const end = this.#readOn(rest, MOST_HELD_BYTES);
    // The memory of the chunk is the next one's.
    this.#held = Buffer.from(rest.subarray(end));
  }

  /** Reads what is held: users that are plain with what the chunk adds to them. Returns where in the chunk to go on. */
  #readHeld(chunk: Buffer): number {
    let joined = Buffer.concat([this.#held, chunk.subarray(0, MOST_HELD_BYTES)]);
    for (let held = this.#held.length; ; ) {
      const end = this.#readPlainUsers(joined, 0);
      if (end >= held) {
        this.#parser.leave(end);
        return end - held;
      }
      // What is not plain is read without what the chunk adds: it need not be whole.
      const at = this.#parser.write(joined.subarray(0, held), end);
      if (at === held) return 0;
      this.#parser.leave(at);
      joined = joined.subarray(at);
      held -= at;
    }
  }

  /** Reads a chunk, but for a user at its end that may be cut, when that takes no more than so many bytes. Returns where. */
  #readOn(chunk: Buffer, mostHeld = 0): number {
    let at = 0;
    while (at < chunk.length) {
      at = this.#readPlainUsers(chunk, at);
      if (chunk.length - at <= mostHeld && this.#mayBeginUser(chunk, at)) {
        this.#parser.leave(at);
        return at;
      }
      at = this.#parser.write(chunk, at);
    }
    return at;
  }

  #mayBeginUser(chunk: Buffer, start: number): boolean {
    return this.#plainUsers !== null && nextRecord(chunk, start, this.#parser.isCommaDue) !== null;
  }

  /** Null where no user begins. */
  get #plainUsers(): PlainUsers | null {
    const isAtUsers = this.#open.at(-1)?.role === 'users' && this.#parser.isBetweenElements;
    return isAtUsers ? this.#reader.plainUsers : null;
  }

  /** The parser pauses where a user may begin; those that are plain need no parsing. */
  #readPlainUsers(chunk: Buffer, start: number): number {
    const plainUsers = this.#plainUsers;
    if (plainUsers === null) return start;
    let end = start;
    let next = nextRecord(chunk, start, this.#parser.isCommaDue);
    while (next !== null) {
      const recordEnd = plainUsers.take(chunk, next);
      if (recordEnd === null) break;
      end = recordEnd;
      this.#innermost().index += 1;
      next = nextRecord(chunk, end, true);
    }
    if (end > start) this.#parser.skipElements(chunk, start, end);
    return end;
  }

  beginObject(): void {
    const object: Record<string, unknown> = Object.create(null);
    this.#begin({ value: object, object, array: null, children: { keys: [], nodes: [] } });
  }

  beginArray(): void {
    const array: unknown[] = [];
    this.#begin({ value: array, object: null, array, children: { keys: null, nodes: [] } });
  }

  key(key: string): void {
    const { object, children } = this.#innermost();
    this.#innermost().key = key;
    this.#weigh(key.length);
    if (object !== null && key in object) this.#problems.add(this.#here(), 'each key only once', FIX);
    children.keys?.push(key);
  }

  value(value: string | number | boolean | null, overlong: boolean): void {
    this.#beginElement();
    if (typeof value === 'string') this.#weigh(value.length);
    // Encrypted users are one text of any size; that they are there is all that is asked.
    if (overlong && !this.#isAtUsers()) this.#problems.add(this.#here(), 'a text of at most 64 KiB', FIX);
    const { line, column } = this.#parser;
    this.#complete({ value: overlong ? CUT_TEXT : value, line, column, children: null });
  }

  end(): void {
    const container = this.#open.pop();
    if (container === undefined) return;
    if (container.role === 'users' || container.role === 'pages') this.#weight = container.weightAround;
    this.#complete(container);
  }

  #begin(content: Pick<Container, 'value' | 'object' | 'array' | 'children'>): void {
    const role = this.#roleOf(content.array !== null);
    if (this.#open.length > 0) this.#beginElement();
    const { line, column } = this.#parser;
    this.#open.push({ ...content, role, line, column, key: null, index: -1, weightAround: this.#weight });
    if (role === 'users' || role === 'pages') this.#weight = 0;
    if (role === 'users') this.#parser.pause();
  }

  #roleOf(isArray: boolean): Role {
    const around = this.#open.at(-1)?.role;
    if (around === undefined) return isArray ? 'pages' : 'page';
    if (around === 'pages') return isArray ? 'part' : 'page';
    return isArray && this.#isAtUsers() ? 'users' : 'part';
  }

  #isAtUsers(): boolean {
    const { role, key } = this.#innermost();
    return role === 'page' && key === 'users';
  }

  #beginElement(): void {
    this.#innermost().index += 1;
    this.#weigh(VALUE_WEIGHT);
  }

  #complete(node: JsonNode): void {
    const around = this.#open.at(-1);
    if (around?.role === 'page' || around?.role === 'part') {
      keep(node, around);
      return;
    }
    this.#weight = 0;
    if (around?.role === 'users') {
      this.#reader.user(new JsonRecord(node, this.#path()), this.#page());
      this.#parser.pause();
    } else if (around?.role === 'pages' || !Array.isArray(node.value)) {
      this.#reader.page(new JsonRecord(node, this.#path()));
    }
  }

  #weigh(weight: number): void {
    this.#weight += weight;
    if (this.#weight > MAX_RECORD_WEIGHT) throw new JsonSyntaxError('a record of at most 2 MiB');
  }

  #innermost(): Container {
    const container = this.#open.at(-1);
    if (container === undefined) throw new Error('a JSON key or value outside of every object and array');
    return container;
  }

  /** The page whose users are being read. */
  #page(): JsonObject {
    return this.#open.at(-2)?.object ?? {};
  }

  #here(): Location {
    return { path: this.#path(), line: this.#parser.line, column: this.#parser.column };
  }

  /** Of the value at hand, or of the one around it while there is none. */
  #path(): string {
    return `$${this.#open.map((container) => this.#segment(container)).join('')}`;
  }

  #segment({ array, key, index }: Container): string {
    if (array !== null) return index < 0 ? '' : pathSegment(index);
    if (key === null) return '';
    return pathSegment(this.#knownKeys.has(key) ? key : '*');
  }
}
