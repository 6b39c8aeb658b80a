import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContentDigests } from '../../../shared/domain/content-digests.ts';
import type { Email } from '../../../shared/domain/email.ts';
import { EmailNumbers, NO_EMAIL } from '../../../shared/domain/email-numbers.ts';
import { TextList } from '../../../shared/domain/text-list.ts';
import { digestOfContent } from '../../support/digest-of-content.ts';

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
  const content = emails.newContentDigests();
  const digestOfMona = (): number[] => {
    content.addText('mona');
    content.end();
    return [...content.take()];
  };
  const before = digestOfMona();
  for (let number = 0; number < 300_000; number++) emails.add(`mona-lisa-${number}@x.io` as Email);
  expect(digestOfMona()).toEqual(before);
});

test.each(['OctoCat', 'ZoËİ', ''])('the lower case of %j is a text', (name) => {
  const bytes = Buffer.from(`before${name}behind`);
  const span = { bytes, start: 6, end: bytes.length - 6 };
  const digest = digestOfContent((content) => content.addText(name.toLowerCase()));
  expect(digestOfContent((content) => content.addInLowerCase(span))).toBe(digest);
});

test('contents that end one after the other have the digests of each alone, however many parts wait', () => {
  const contents = fc.array(fc.array(part, { maxLength: 30 }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(contents, (all) => {
      const emails = new EmailNumbers();
      const digests = emails.newContentDigests();
      const found: string[] = [];
      const take = (): void => {
        const { buffer, byteOffset, byteLength } = digests.take();
        found.push(...(Buffer.from(buffer, byteOffset, byteLength).toString('hex').match(/.{32}/g) ?? []));
      };
      for (const parts of all) {
        for (const each of parts) addPart(digests, emails, each);
        digests.end();
        if (digests.isFull) take();
      }
      take();
      expect(found).toEqual(all.map((parts) => digestOf(parts)));
    }),
    { numRuns: 30 },
  );
});

test('when it is full no other content ends', () => {
  const digests = new EmailNumbers().newContentDigests();
  while (!digests.isFull) digests.end();
  expect(() => digests.end()).toThrow(RangeError);
  digests.take();
  digests.end();
  expect(digests.take()).toHaveLength(4);
});

test('parts of a content that never ended are in no other digest', () => {
  const emails = new EmailNumbers();
  const interrupted = emails.newContentDigests();
  for (let part = 0; part < 10_000; part++) interrupted.addText('mona');
  const digest = digestOfContent((content) => content.addText('lisa'));
  expect(digestOfContent((content) => content.addText('lisa'), emails)).toBe(digest);
});
