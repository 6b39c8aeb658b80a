import { expect, test } from 'vitest';
import { Translator } from '../../../../../functions/console/page/language/translator.ts';
import { messages } from '../../../../../functions/console/page/messages/en.ts';
import { placeOf } from '../../../../../functions/console/page/views/server-instances/uploads/problem-place.ts';

const translator = new Translator('en', messages);

test.each([
  ['$.users[3]', 12, 4, 'Line 12, column 4'],
  [null, 12, 4, 'Line 12, field 4'],
  [null, 12, null, 'Line 12'],
  [null, null, null, 'The whole file'],
] as const)('path %s, line %s, column %s is "%s"', (path, line, column, place) => {
  expect(placeOf({ path, line, column, expected: '', fix: '' }, translator)).toBe(place);
});
