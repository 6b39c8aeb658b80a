import { expect, it } from 'vitest';
import { SHARDS, shardOf } from '../../../shared/domain/ledger.ts';
import { digestOf, personIdOf } from '../../../shared/runtime/fingerprint.ts';

it('digests to the first 32 hex digits of SHA-256', () => {
  expect(digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223');
});

it('keeps the ids of people: links and clients hold them', () => {
  expect(personIdOf('login:monalisa')).toBe('03b531cc36fc1fddd0bcaf644c786fbf');
});

it('gives people who are known by different things different ids', () => {
  const ids = (['login:mona', 'email:mona', 'account:mona', 'visual-studio:mona'] as const).map(personIdOf);
  expect(new Set(ids).size).toBe(ids.length);
});

it('gives ids that name a shard', () => {
  expect(SHARDS).toContain(shardOf(personIdOf('login:monalisa')));
});
