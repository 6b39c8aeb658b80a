import { expect, test } from 'vitest';
import { lowerCase } from '../../../shared/domain/lower-case.ts';

test('every character of ASCII has the lower case that text has', () => {
  const bytes = Array.from({ length: 128 }, (_, byte) => byte);
  const text = String.fromCharCode(...bytes).toLowerCase();
  expect(String.fromCharCode(...bytes.map(lowerCase))).toBe(text);
});
