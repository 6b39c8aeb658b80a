import { expect, test } from 'vitest';
import { pageLinksOf } from '../../../../shared/contracts/github/link-header.ts';

const NEXT = 'https://api.github.com/resource?page=2';
const LAST = 'https://api.github.com/resource?page=5';

test.each<[string, string, { next: string | null; last: string | null }]>([
  ["GitHub's example", `<${NEXT}>; rel="next", <${LAST}>; rel="last"`, { next: NEXT, last: LAST }],
  ['another order', `<${LAST}>; rel="last",<${NEXT}>;rel="next"`, { next: NEXT, last: LAST }],
  ['no quotes', `<${NEXT}>; rel=next, <${LAST}>; rel=last`, { next: NEXT, last: LAST }],
  ['capitals', `<${NEXT}>; REL="Next"`, { next: NEXT, last: null }],
  ['other parameters', `<${NEXT}>; title="a; b"; rel="next"; type=json`, { next: NEXT, last: null }],
  ['two relations', `<${NEXT}>; rel="next last"`, { next: NEXT, last: NEXT }],
  ['a comma in the URL', `<${NEXT}&a=1,2>; rel="next"`, { next: `${NEXT}&a=1,2`, last: null }],
  ['the last page', `<${NEXT}>; rel="prev", <${NEXT}>; rel="first"`, { next: null, last: null }],
  ['one page', '', { next: null, last: null }],
  ['a relation that only begins so', `<${NEXT}>; rel="next-archive"`, { next: null, last: null }],
  ['no relation', `<${NEXT}>`, { next: null, last: null }],
  ['something else', 'rel="next"', { next: null, last: null }],
])('%s', (_, header, expected) => {
  expect(pageLinksOf(header)).toEqual(expected);
});
