import { describe, expect, test } from 'vitest';
import { parseRoute } from '../../../../../../functions/console/page/router/route.ts';
import {
  licenseFilterOf,
  queryOfLicense,
} from '../../../../../../functions/console/page/views/people/license-filter.ts';
import {
  hasFilter,
  isAnswerable,
  peopleSearchOf,
} from '../../../../../../functions/console/page/views/people/people-search.ts';

function searchAt(hash: string) {
  return peopleSearchOf(parseRoute(hash));
}

describe('the search in the address', () => {
  test('is for everybody when it says nothing', () => {
    expect(searchAt('#/people')).toEqual({
      by: 'q',
      text: '',
      consumes: '',
      reason: '',
      deployment: '',
      source: '',
      several_instances: '',
      page: 1,
    });
  });

  test('says what is looked for, how, among whom, and where one is', () => {
    const hash =
      '#/people?q=mona%2Btag%40example.com&by=email&consumes=false&deployment=none&source=cloud&several_instances=true&page=3';
    expect(searchAt(hash)).toEqual({
      by: 'email',
      text: 'mona+tag@example.com',
      consumes: 'false',
      reason: '',
      deployment: 'none',
      source: 'cloud',
      several_instances: 'true',
      page: 3,
    });
  });

  test.each([
    ['#/people?q=mona', true],
    ['#/people?q=mona&by=email', false],
    ['#/people?q=mona@example.com&by=email', true],
    ['#/people?q=%20&by=email', true],
    ['#/people?q=a@b@c&by=email', false],
  ])('can be asked for unless an exact address is none: %s', (hash, answerable) => {
    expect(isAnswerable(searchAt(hash))).toBe(answerable);
  });

  test.each([
    ['#/people?q=mona&by=email&page=2', false],
    ['#/people?reason=suspended', true],
    ['#/people?source=server:ghe.example.com', true],
  ])('knows whether it filters: %s', (hash, filters) => {
    expect(hasFilter(searchAt(hash))).toBe(filters);
  });
});

test.each(['', 'true', 'false', 'suspended'])('the license menu shows again what it chose: %j', (license) => {
  expect(licenseFilterOf(queryOfLicense(license))).toBe(license);
});
