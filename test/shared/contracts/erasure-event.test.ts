import { expect, it } from 'vitest';
import { erasureEventBody, parseErasureEvent } from '../../../shared/contracts/erasure-event.ts';
import { email } from '../../support/accounts.ts';

const REQUEST = { erasureId: '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB', email: email('mona@example.com') };

it('is read as it was written', () => {
  expect(parseErasureEvent(JSON.parse(erasureEventBody(REQUEST)))).toEqual(REQUEST);
});

it.each([
  {},
  { erasure_id: REQUEST.erasureId },
  { erasure_id: 'one', email: REQUEST.email },
  { erasure_id: REQUEST.erasureId, email: 'mona' },
  { erasure_id: REQUEST.erasureId, email: REQUEST.email, login: 'mona' },
])('refuses %j without repeating an address', (event) => {
  let message = '';
  try {
    parseErasureEvent(event);
  } catch (error) {
    message = error instanceof Error ? error.message : '';
  }
  expect(message).not.toBe('');
  expect(message).not.toContain('mona');
});
