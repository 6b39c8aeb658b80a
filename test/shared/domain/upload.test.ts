import { expect, test } from 'vitest';
import { isFinal, UPLOAD_STATES } from '../../../shared/domain/upload.ts';

test('an upload waits for its ingestion or for an owner; any other outcome is the last', () => {
  expect(UPLOAD_STATES.filter((state) => !isFinal(state))).toEqual(['received', 'held']);
});
