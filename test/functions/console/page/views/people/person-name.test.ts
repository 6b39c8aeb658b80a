import { expect, test } from 'vitest';
import {
  furtherAddressesOf,
  personNameOf,
} from '../../../../../../functions/console/page/views/people/person-name.ts';

test.each([
  ['the login', { login: 'mona', emails: ['a@example.com'] }, 'mona', ['a@example.com']],
  ['else the first address', { login: null, emails: ['a@e.x', 'b@e.x'] }, 'a@e.x', ['b@e.x']],
  ['else nothing', { login: null, emails: [] }, null, []],
])('a person goes by %s', (_what, known, name, further) => {
  const person = { id: '0'.repeat(32), ...known };
  expect(personNameOf(person)).toBe(name);
  expect(furtherAddressesOf(person)).toEqual(further);
});
