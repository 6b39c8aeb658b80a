import { describe, expect, test } from 'vitest';
import { wholeJobCommand } from '../../../bench/whole-job/arguments.ts';
import { WAY_NAMES } from '../../../bench/whole-job/ways.ts';

test('a million accounts are measured only when they are named', () => {
  expect(wholeJobCommand([])).toEqual({
    kind: 'measure',
    options: { sizes: [10_000, 100_000], rounds: 9, seed: 1, ways: WAY_NAMES },
    json: null,
  });
});

test('all can be chosen', () => {
  const given = '--sizes 250k,1M,12 --rounds 2 --seed 0 --ways ours,jq --json figures.json'.split(' ');
  expect(wholeJobCommand(given)).toEqual({
    kind: 'measure',
    options: { sizes: [250_000, 1_000_000, 12], rounds: 2, seed: 0, ways: ['ours', 'jq'] },
    json: 'figures.json',
  });
});

test.each(['help', 'clean'])('--%s measures nothing', (kind) => {
  expect(wholeJobCommand([`--${kind}`])).toEqual({ kind });
});

describe('what is wrong is told by its option', () => {
  test.each([
    ['--sizes', '10x'],
    ['--sizes', '0'],
    ['--sizes', '10k,'],
    ['--sizes', '1.5m'],
    ['--rounds', '0'],
    ['--rounds', 'three'],
    ['--seed', '-1'],
    ['--ways', 'pandas'],
    ['--size', '10k'],
  ])('%s %s', (option, value) => {
    expect(() => wholeJobCommand([`${option}=${value}`])).toThrow(option);
  });
});
