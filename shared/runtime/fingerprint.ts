import { hash } from 'node:crypto';
import type { PersonId } from '../domain/ledger.ts';
import type { CanonicalKey } from '../domain/person.ts';
import { identityOf } from '../domain/person-identity.ts';

/** 128 bits: a billion people meet by chance once in 10^20 tries, at half the length in every key. */
const HEX_DIGITS = 32;

/** The first 32 hex digits of the SHA-256 of a text, or of bytes. */
export function digestOf(content: string | Uint8Array): string {
  return hash('sha256', content).slice(0, HEX_DIGITS);
}

/** Opaque and stable: the same canonical key always has the same id. */
export function personIdOf(key: CanonicalKey): PersonId {
  return digestOf(identityOf(key)) as PersonId;
}
