import { MOST_MESSAGE_BYTES } from './email-numbers/batch.ts';
import type { EmailNumbersModule } from './email-numbers/email-numbers-module.ts';
import { lowerCase } from './lower-case.ts';
import type { CanonicalKey } from './person.ts';
import { identityOf } from './person-identity.ts';
import type { Span } from './text-list.ts';

const HASH_WORDS = 8;
const NOT_ASCII = 0x80;

const encoder = new TextEncoder();
const OF_EMAIL = encoder.encode(identityOf('email:'));
const OF_LOGIN = encoder.encode(identityOf('login:'));

/**
 * The SHA-256 of what the ids of people are the hash of, of most without making a string. Each is of eight words, as they
 * are in memory, which change with the next one.
 */
export class IdentityHash {
  readonly #module: EmailNumbersModule;
  #message: Uint8Array;
  #hash: Int32Array;

  constructor(module: EmailNumbersModule) {
    this.#module = module;
    this.#message = messageOf(module);
    this.#hash = hashOf(module);
  }

  /** Of any key. @throws {RangeError} for one that is too long */
  ofKey(key: CanonicalKey): Int32Array {
    const text = identityOf(key);
    const { read, written } = encoder.encodeInto(text, this.#room());
    if (read < text.length) throw new RangeError('a key is too long for an id');
    return this.#hashOf(written);
  }

  /** Of the person who is known by the address with this number. */
  ofEmail(number: number): Int32Array {
    this.#begin(OF_EMAIL);
    return this.#hashOf(this.#module.putAddress(OF_EMAIL.length, number));
  }

  /** Of the person with this login, in whatever case. Null where it is not ASCII. */
  ofLogin({ bytes, start, end }: Span): Int32Array | null {
    const message = this.#begin(OF_LOGIN);
    let length = OF_LOGIN.length;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= NOT_ASCII) return null;
      message[length++] = lowerCase(byte);
    }
    return this.#hashOf(length);
  }

  #begin(beginning: Uint8Array): Uint8Array {
    const message = this.#room();
    for (let at = 0; at < beginning.length; at++) message[at] = beginning[at] ?? 0;
    return message;
  }

  #room(): Uint8Array {
    if (this.#message.length === 0) this.#message = messageOf(this.#module);
    return this.#message;
  }

  #hashOf(length: number): Int32Array {
    this.#module.sha256(length);
    if (this.#hash.length === 0) this.#hash = hashOf(this.#module);
    return this.#hash;
  }
}

// Views of memory are empty once it has grown.

function messageOf({ memory, message }: EmailNumbersModule): Uint8Array {
  return new Uint8Array(memory.buffer, message.value, MOST_MESSAGE_BYTES);
}

function hashOf({ memory, sha256Hash }: EmailNumbersModule): Int32Array {
  return new Int32Array(memory.buffer, sha256Hash.value, HASH_WORDS);
}
