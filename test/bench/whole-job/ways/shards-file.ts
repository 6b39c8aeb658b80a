import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { type LedgerEntry, type PersonId, SHARDS, type Shard } from '../../../../shared/domain/ledger.ts';
import { HashColumn } from '../../../../shared/merge/hash-column.ts';
import type { StoredShard } from '../../../../shared/merge/stored-shard.ts';
import type { KnownPerson } from '../state-before.ts';

const HASH_BYTES = 16;

/** Writes how many people there are in each shard, and then, shard by shard, their ids and behind them their digests. */
export function writeShards(path: string, peopleIn: (shard: Shard) => readonly KnownPerson[]): void {
  const lengths = new Int32Array(SHARDS.length);
  const shards = SHARDS.map((shard, number) => {
    const people = peopleIn(shard);
    lengths[number] = people.length;
    const hashes = [...people.map(({ id }) => id), ...people.map(({ digest }) => digest)];
    return Buffer.from(hashes.join(''), 'hex');
  });
  writeFileSync(path, Buffer.concat([Buffer.from(lengths.buffer), ...shards]));
}

/** Stands for what DynamoDB answers to a merge: the stored shards, of which one at a time is in memory. */
export function* readShards(path: string): Generator<readonly [Shard, StoredShard]> {
  const file = openSync(path, 'r');
  const lengths = new Int32Array(SHARDS.length);
  readSync(file, lengths);
  const memory = Buffer.alloc(2 * HASH_BYTES * Math.max(...lengths));
  for (const [number, shard] of SHARDS.entries()) {
    const bytes = memory.subarray(0, 2 * HASH_BYTES * (lengths[number] ?? 0));
    readSync(file, bytes);
    yield [shard, shardOf(bytes)];
  }
  closeSync(file);
}

function shardOf(bytes: Buffer): StoredShard {
  const [ids, digests] = [bytes.subarray(0, bytes.length / 2), bytes.subarray(bytes.length / 2)];
  const states = new HashColumn(ids.length / HASH_BYTES);
  for (const hashes of [ids, digests]) states.addUpTo(states.length - 1, wordsOf(hashes));
  return { states, entryAt: (place) => entryOf(hexAt(ids, place), hexAt(digests, place)) };
}

function wordsOf({ buffer, byteOffset, length }: Buffer): Int32Array {
  return new Int32Array(buffer, byteOffset, length / Int32Array.BYTES_PER_ELEMENT);
}

function hexAt(hashes: Buffer, place: number): string {
  return hashes.toString('hex', place * HASH_BYTES, (place + 1) * HASH_BYTES);
}

/** Of a person of whom no history is known. */
function entryOf(id: string, digest: string): LedgerEntry {
  const history = { firstSeenAt: '', consumesSince: null, addedIn: 0, changedIn: 0 };
  return { id: id as PersonId, digest, lookupEmails: [], ...history };
}
