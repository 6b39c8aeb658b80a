import { expect, test } from 'vitest';
import { parseRoute } from '../../../../../../functions/console/page/router/route.ts';
import {
  changesSearchOf,
  hasFilter,
  isAnswerable,
} from '../../../../../../functions/console/page/views/people/changes/changes-search.ts';

test.each([
  ['#/people/changes', { mergeId: '', from: '', to: '' }, true, false],
  ['#/people/changes?from=2026-03-01', { mergeId: '', from: '2026-03-01', to: '' }, true, true],
  ['#/people/changes?from=2026-03-02&to=2026-03-01', { from: '2026-03-02', to: '2026-03-01' }, false, true],
  ['#/people/changes?merge_id=M&from=2026-03-02', { mergeId: 'M', from: '', to: '' }, true, true],
])('%s', (hash, wanted, answerable, filters) => {
  const search = changesSearchOf(parseRoute(hash));
  expect(search).toMatchObject(wanted);
  expect(isAnswerable(search)).toBe(answerable);
  expect(hasFilter(search)).toBe(filters);
});
