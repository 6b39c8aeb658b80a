import type { Location, ProblemLog } from '../problem-log.ts';
import { type JsonEvents, JsonParser } from './json-parser.ts';
import { type JsonChildren, type JsonNode, JsonRecord, pathSegment } from './json-record.ts';
import { JsonSyntaxError } from './json-syntax-error.ts';
import { nextRecord } from './plain-json.ts';

/** The most one record may hold: the length of its keys and texts, and 32 for each value. */
const MAX_RECORD_WEIGHT = 2 * 1024 * 1024;
const VALUE_WEIGHT = 32;

/** In place of a text too long to be kept. */
const CUT_TEXT = '...';

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

/** Reads users straight from the bytes of the file. */
export interface PlainUsers {
  /**
   * Takes in the user that begins at `start` and returns where it ends; null, with nothing taken in, when the user is
   * not plain, is cut off, or has anything wrong with it: then it comes as a record.
   */
  take(chunk: Buffer, start: number): number | null;
}

/** The elements of `pages` and `users` are handed out; those of a page or a part of a record are kept in it. */
type Role = 'pages' | 'page' | 'users' | 'part';

interface Container extends JsonNode {
  readonly role: Role;
  readonly children: JsonChildren;
  /** The content, as what it is; the other is null. */
  readonly object: Record<string, unknown> | null;
  readonly array: unknown[] | null;
  /** Of an object: the key at hand. */
  key: string | null;
  /** Of an array: the index of the element at hand. */
  index: number;
  /** Of the record around, to go on with when this container ends. */
  readonly weightAround: number;
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
      this.#parser.end();
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      this.#problems.stop(this.#here(), error.expected, FIX);
    }
  }

  #write(chunk: Buffer): void {
    let at = 0;
    do at = this.#parser.write(chunk, this.#readPlainUsers(chunk, at));
    while (at < chunk.length);
  }

  /** The parser pauses where a user may begin; those that are plain need no parsing. */
  #readPlainUsers(chunk: Buffer, start: number): number {
    const users = this.#open.at(-1);
    const { plainUsers } = this.#reader;
    if (plainUsers === null || users?.role !== 'users' || !this.#parser.isBetweenElements) return start;
    let end = start;
    let next = nextRecord(chunk, start, this.#parser.isCommaDue);
    while (next !== null) {
      const recordEnd = plainUsers.take(chunk, next);
      if (recordEnd === null) break;
      end = recordEnd;
      users.index += 1;
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

function keep(node: JsonNode, around: Container): void {
  around.children.nodes.push(node);
  if (around.object !== null && around.key !== null) around.object[around.key] = node.value;
  around.array?.push(node.value);
}
