import { describe, expect, test } from 'vitest';
import { DIFFERENCE_TEXTS, findingText } from '../../../../shared/contracts/http/finding-texts.ts';
import type { AccountKey } from '../../../../shared/domain/account.ts';
import { FINDING_KINDS, type Finding, type FindingKind } from '../../../../shared/domain/finding.ts';
import { email } from '../../../support/accounts.ts';

const accounts = ['@mona', 'ghes-a.example.com:71'] as AccountKey[];

const finding: Omit<Finding, 'kind'> = {
  accounts,
  sources: ['cloud', 'server:ghes-a.example.com'],
  people: ['login:mona'],
  emails: [email('mona@example.com')],
  numbers: { told: 3, counted: 2 },
  seats: 1,
};

const ONE_SENTENCE = /^[A-Z].*[^.]\.$/;
const ABOUT_SOURCES = ['usage-encrypted', 'usage-stale', 'usage-held'];
const ABOUT_GITHUB = ['unidentified-rows'];
const ABOUT_ADDRESSES = ['counted-twice', 'likely-same-person', 'ambiguous', 'subscription-not-linked'];

function namesIn(kind: FindingKind): readonly string[] {
  if (ABOUT_GITHUB.includes(kind)) return ['GitHub', '2 of 3'];
  return ABOUT_SOURCES.includes(kind) ? ['ghes-a.example.com'] : accounts;
}

describe.each(FINDING_KINDS)('the text of %s', (kind) => {
  const { title, meaning, fix } = findingText({ ...finding, kind });

  test('says in a sentence what to do', () => {
    for (const sentence of [meaning, fix]) {
      expect(sentence).toMatch(ONE_SENTENCE);
      expect(sentence).not.toMatch(/\. /);
    }
    expect(title).not.toMatch(/\.$/);
  });

  test('names what it is about', () => {
    for (const name of namesIn(kind)) expect(fix).toContain(name);
    if (ABOUT_ADDRESSES.includes(kind)) expect(fix).toContain('mona@example.com');
  });
});

test.each(Object.entries(DIFFERENCE_TEXTS))('the text of the difference %s is a sentence', (_, text) => {
  expect(text).toMatch(ONE_SENTENCE);
});

test("numbers that disagree about GitHub's own total name no account", () => {
  const { fix } = findingText({ ...finding, kind: 'totals-disagree', accounts: [] });
  expect(fix).toMatch(ONE_SENTENCE);
  expect(fix).toContain('its total is 3 where it lists 2 people');
});

test('a long list is cut', () => {
  const many = Array.from({ length: 9 }, (_, index) => `ghes-a:${index}` as AccountKey);
  const { fix } = findingText({ ...finding, kind: 'dormant-and-consuming', accounts: many });
  expect(fix).toContain('Suspend ghes-a:0, ghes-a:1, ghes-a:2 and 6 more on');
});

test('an ambiguity that no address shows has a fix all the same', () => {
  const { fix } = findingText({ ...finding, kind: 'ambiguous', emails: [] });
  expect(fix).toBe(
    'Find out whose @mona and ghes-a.example.com:71 are, and let only one of the cloud accounts lead to the server accounts.',
  );
});
