import { MESSAGE_ROOM, MOST_MESSAGE_BYTES, MOST_MESSAGES } from './email-numbers/batch.ts';
import type { EmailNumbersModule } from './email-numbers/email-numbers-module.ts';
import { lowerCase } from './lower-case.ts';
import type { CanonicalKey } from './person.ts';
import { identityOf } from './person-identity.ts';
import type { Span } from './text-list.ts';

const HASH_WORDS = 4;
const NOT_ASCII = 0x80;

const encoder = new TextEncoder();
const OF_EMAIL = encoder.encode(identityOf('email:'));
const OF_LOGIN = encoder.encode(identityOf('login:'));

/**
 * The first 128 bits of the SHA-256 of what the ids of people are the hash of, of most without making a string. Several
 * are worked out at once, in a third of the time.
 */
export class IdentityHashes {
  readonly #module: EmailNumbersModule;
  /** The room of each message, and how long each is. */
  #messages: Uint8Array[] = [];
  #lengths = new Int32Array();
  /** Where the first room is in the memory of the module. */
  #firstRoom = 0;
  #hashes = new Int32Array();
  #added = 0;

  constructor(module: EmailNumbersModule) {
    this.#module = module;
  }

  /** Whether the hashes are to be taken before the next one. */
  get isFull(): boolean {
    return this.#added === MOST_MESSAGES;
  }

  /** Of any key. @throws {RangeError} for one that is too long, or when it is full. */
  addKey(key: CanonicalKey): void {
    const text = identityOf(key);
    const { read, written } = encoder.encodeInto(text, this.#room());
    if (read < text.length) throw new RangeError('a key is too long for an id');
    this.#add(written);
  }

  /** Of the person who is known by the address with this number. @throws {RangeError} when it is full. */
  addEmail(number: number): void {
    this.#begin(OF_EMAIL);
    const message = this.#firstRoom + this.#added * MESSAGE_ROOM;
    this.#add(this.#module.putAddress(message + OF_EMAIL.length, number) - message);
  }

  /** Of the person with this login, in whatever case. False, and nothing is added, where it is not ASCII. */
  addLogin({ bytes, start, end }: Span): boolean {
    const message = this.#begin(OF_LOGIN);
    let length = OF_LOGIN.length;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= NOT_ASCII) return false;
      message[length++] = lowerCase(byte);
    }
    this.#add(length);
    return true;
  }

  /** Of those that were added since: four words of each, as they are in memory, which change with the next ones. */
  take(): Int32Array {
    this.#module.sha256(this.#added);
    if (this.#hashes.length === 0) this.#view();
    const taken = HASH_WORDS * this.#added;
    this.#added = 0;
    return taken === this.#hashes.length ? this.#hashes : this.#hashes.subarray(0, taken);
  }

  #add(length: number): void {
    this.#lengths[this.#added++] = length;
  }

  #begin(beginning: Uint8Array): Uint8Array {
    const message = this.#room();
    for (let at = 0; at < beginning.length; at++) message[at] = beginning[at] ?? 0;
    return message;
  }

  /** For the next message. Views of memory are empty once it has grown. */
  #room(): Uint8Array {
    if (this.#lengths.length === 0) this.#view();
    const room = this.#messages[this.#added];
    if (room === undefined) throw new RangeError('hashes are to be taken before the next one is added');
    return room;
  }

  #view(): void {
    const { memory, messages, lengths, hashes } = this.#module;
    this.#firstRoom = messages.value;
    const roomOf = (index: number) =>
      new Uint8Array(memory.buffer, messages.value + index * MESSAGE_ROOM, MOST_MESSAGE_BYTES);
    this.#messages = Array.from({ length: MOST_MESSAGES }, (_, index) => roomOf(index));
    this.#lengths = new Int32Array(memory.buffer, lengths.value, MOST_MESSAGES);
    this.#hashes = new Int32Array(memory.buffer, hashes.value, HASH_WORDS * MOST_MESSAGES);
  }
}
