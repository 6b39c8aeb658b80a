import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContentDigests } from '../../../shared/domain/content-digests.ts';
import type { Email } from '../../../shared/domain/email.ts';
import { EmailNumbers, NO_EMAIL } from '../../../shared/domain/email-numbers.ts';
import { TextList } from '../../../shared/domain/text-list.ts';
import { digestOfContent, digestsOf } from '../../support/digest-of-content.ts';

/** The parts of a content, each with a word of what it is. */
type Part = readonly ['number', number] | readonly ['text' | 'address', string] | readonly ['nothing'];

function addPart(content: ContentDigests, emails: EmailNumbers, [kind, value]: Part): void {
  if (kind === 'number') content.addNumber(value);
  else if (kind === 'text') content.addText(value);
  else if (kind === 'address') content.addAddress(emails.add(value as Email));
  else content.addNothing();
}

/** @param before addresses that are numbered first. */
function digestOf(parts: readonly Part[], before: readonly string[] = []): string {
  const emails = new EmailNumbers();
  for (const email of before) emails.add(email as Email);
  return digestOfContent((content) => {
    for (const part of parts) addPart(content, emails, part);
  }, emails);
}

const few = fc.string({ unit: fc.constantFrom('a', 'b', 'ä', '\0'), minLength: 1, maxLength: 20 });
const address = fc.tuple(few, few).map((parts) => parts.join('@'));
const part = fc.oneof(
  fc.tuple(fc.constant('number' as const), fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -2, max: 2 }))),
  fc.tuple(fc.constant('text' as const), fc.oneof(few, fc.constant(''), fc.string({ unit: 'binary' }))),
  fc.tuple(fc.constant('address' as const), address),
);

test('two contents of the same kinds of parts have the same digest when they are the same, and else another', () => {
  const kinds = fc.array(part, { minLength: 1, maxLength: 6 });
  const two = kinds.chain((parts) => {
    const others = parts.map((each) =>
      fc.oneof(fc.constant(each), part).filter(([kind]) => kind === each[0]),
    );
    return fc.tuple(fc.constant(parts), fc.tuple(...others));
  });
  fc.assert(
    fc.property(two, ([parts, others]) => {
      expect(digestOf(parts) === digestOf(others)).toBe(isDeepStrictEqual(parts, others));
    }),
    { numRuns: 500 },
  );
});

test('it does not depend on the numbers of addresses and of their domains', () => {
  fc.assert(
    fc.property(fc.array(address, { minLength: 1 }), fc.array(address), (emails, before) => {
      const parts = emails.map((email): Part => ['address', email]);
      expect(digestOf(parts, before)).toBe(digestOf(parts));
    }),
  );
});

test.each<[Part[], Part[]]>([
  [[['text', 'ab']], [['text', 'ba']]],
  [
    [
      ['text', 'a'],
      ['text', 'b'],
    ],
    [
      ['text', ''],
      ['text', 'ab'],
    ],
  ],
  [[['text', 'a']], [['text', 'a\0']]],
  [[['text', '']], [['nothing']]],
  [[['number', 1]], [['number', 2 ** 32 + 1]]],
  [[['number', 0]], []],
  [[['address', 'a@bc']], [['address', 'ab@c']]],
])('%j is told from %j', (one, other) => {
  expect(digestOf(one)).not.toBe(digestOf(other));
});

/** A change of it makes each merge write everybody once. */
test('it is the same in every version', () => {
  const parts: Part[] = [
    ['text', 'octocat'],
    ['address', 'octocat@github.example'],
    ['number', 7],
    ['nothing'],
  ];
  expect(digestOf(parts)).toBe('0cbf62e83328c3a8bd5d025122163a09');
});

test('an address that is none is nothing', () => {
  expect(digestOfContent((content) => content.addAddress(NO_EMAIL))).toBe(
    digestOfContent((content) => content.addNothing()),
  );
});

function digestOfSet(set: readonly string[], numbered: readonly string[]): string {
  const emails = new EmailNumbers();
  for (const email of numbered) emails.add(email as Email);
  return digestOfContent((content) => {
    const numbers = Int32Array.from(['no@x', ...set, 'no@x'], (text) => emails.add(text as Email));
    content.addText('mona');
    content.addSet(numbers, 1, numbers.length - 1);
    content.addText('lisa');
  }, emails);
}

test('of a set the order makes no difference, and every address does', () => {
  fc.assert(
    fc.property(fc.uniqueArray(address, { minLength: 1, maxLength: 5 }), fc.nat(), (emails, removed) => {
      const digest = digestOfSet(emails, []);
      expect(digestOfSet(emails.toReversed(), emails)).toBe(digest);
      expect(digestOfSet(emails.toSpliced(removed % emails.length, 1), emails)).not.toBe(digest);
    }),
  );
});

test.each([0, 1, 7, 8, 9, 4095, 4096, 4097, 10_000])(
  'a text of %i bytes is the same from a list',
  (length) => {
    const text = 'monalisa'.repeat(length / 8 + 1).slice(0, length);
    const bytes = Buffer.from(`before${text}behind`);
    const span = { bytes, start: 6, end: 6 + length };
    const digest = digestOfContent((content) => content.addText(text));
    expect(digestOfContent((content) => content.addSpan(span))).toBe(digest);
    if (length > 4096) return;
    const list = new TextList();
    list.add(text);
    expect(digestOfContent((content) => content.addSpan(list.span(0)))).toBe(digest);
  },
);

test('it goes on when the memory of addresses has grown', () => {
  const emails = new EmailNumbers();
  const [before, behind] = digestsOf(
    2,
    (contents) => {
      contents.addText('mona');
      contents.end(0);
      for (let number = 0; number < 300_000; number++) emails.add(`mona-lisa-${number}@x.io` as Email);
      contents.addText('mona');
      contents.end(1);
    },
    emails,
  );
  expect(behind).toBe(before);
});

test('contents that end one after the other have the digests of each alone, however many parts wait', () => {
  const contents = fc.array(fc.array(part, { maxLength: 30 }), { minLength: 1, maxLength: 600 });
  fc.assert(
    fc.property(contents, (all) => {
      const emails = new EmailNumbers();
      const digests = digestsOf(
        all.length,
        (together) => {
          for (const [owner, parts] of all.entries()) {
            for (const each of parts) addPart(together, emails, each);
            together.end(owner);
          }
        },
        emails,
      );
      expect(digests).toEqual(all.map((parts) => digestOf(parts)));
    }),
    { numRuns: 30 },
  );
});

test('parts of a content that never ended are in no other digest', () => {
  const emails = new EmailNumbers();
  const interrupted = emails.newContentDigests(() => undefined);
  interrupted.beginEachWith('zoë');
  for (let part = 0; part < 10_000; part++) interrupted.addText('mona');
  const digest = digestOfContent((content) => content.addText('lisa'));
  expect(digestOfContent((content) => content.addText('lisa'), emails)).toBe(digest);
});

describe('contents that begin alike', () => {
  const texts = ['', 'mona', 'mona', 'lisä'];
  const digests = digestsOf(2 * texts.length, (contents) => {
    for (const [index, text] of texts.entries()) {
      contents.beginEachWith(text);
      for (const owner of [2 * index, 2 * index + 1]) {
        contents.addText('zoe');
        contents.end(owner);
      }
    }
  });

  test('are the same where they begin with the same text, whatever came before', () => {
    const [none, noneToo, mona, ...others] = digests;
    expect(noneToo).toBe(none);
    expect(others.slice(0, 3)).toEqual([mona, mona, mona]);
  });

  test('are others where they begin with another text', () => {
    expect(new Set(digests).size).toBe(new Set(texts).size);
  });

  test('are as if each began with that text', () => {
    const written = digestOfContent((content) => {
      content.addText('lisä');
      content.addText('zoe');
    });
    expect(digests.at(-1)).toBe(written);
  });
});

test.each([
  [1, 0, 'mona@x.io'],
  [2 ** 32 + 1, 4097, 'lisa@x.io'],
  [Number.MAX_SAFE_INTEGER, 1, null],
])('an account is a number, its state and its address: %i, %i, %j', (userId, state, address) => {
  const emails = new EmailNumbers();
  emails.add('lisa@x.io' as Email);
  const number = address === null ? NO_EMAIL : emails.add(address as Email);
  const digest = digestOfContent((content) => content.addAccount(userId, state, number), emails);
  const parts: Part[] = [
    ['number', userId],
    ['number', state],
    address === null ? ['nothing'] : ['address', address],
  ];
  expect(digest).toBe(digestOf(parts));
});
