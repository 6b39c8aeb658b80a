import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { MAX_EMAIL_LENGTH, NO_SIGN } from '../../../shared/domain/address-format.ts';
import { type Email, normalizeEmail } from '../../../shared/domain/email.ts';
import { EmailNumbers, NO_EMAIL } from '../../../shared/domain/email-numbers.ts';
import { PreparedAddress, type PreparedAddresses } from '../../../shared/domain/prepared-addresses.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const MONA = '048a@x.io' as Email;
/** Another address with the same hash, as `wasm/bytes.ts` has it. */
const LISA = '146k@x.io' as Email;

test('addresses are numbered in the order in which they come, each once', () => {
  const numbers = new EmailNumbers();
  expect([MONA, LISA, MONA, LISA].map((email) => numbers.add(email))).toEqual([0, 1, 0, 1]);
  expect([numbers.at(0), numbers.at(1), numbers.size]).toEqual([MONA, LISA, 2]);
});

test('more addresses than there is room for at first keep their numbers', () => {
  const numbers = new EmailNumbers();
  const emails = Array.from({ length: 5000 }, (_, number) => `${number}@x.io` as Email);
  for (const email of emails) numbers.add(email);
  expect(emails.map((email) => numbers.add(email))).toEqual(emails.map((_, number) => number));
  expect(emails.map((_, number) => numbers.at(number))).toEqual(emails);
});

test('as many addresses as fill several blocks keep their numbers, long ones among them', () => {
  const numbers = new EmailNumbers();
  const localOf = (number: number): string => `${number}`.padEnd(number % 100 === 0 ? 249 : 12, 'x');
  const emails = Array.from({ length: 60_000 }, (_, number) => `${localOf(number)}@x.io` as Email);
  for (const email of emails) numbers.add(email);
  expect(emails.every((email, number) => numbers.add(email) === number)).toBe(true);
  expect(emails.every((email, number) => numbers.at(number) === email)).toBe(true);
});

test('an address that no number was given to is not to be had', () => {
  const numbers = new EmailNumbers();
  numbers.add(MONA);
  expect(() => numbers.at(1)).toThrow(RangeError);
  expect(() => numbers.at(NO_EMAIL)).toThrow(RangeError);
});

test('addresses of however many domains are told apart, and come back from texts and from bytes', () => {
  const numbers = new EmailNumbers();
  const emails = Array.from({ length: 17_000 }, (_, number) => `${number % 3}@${number}.io` as Email);
  expect(emails.map((email) => numbers.add(email))).toEqual(emails.map((_, number) => number));
  expect(emails.map((_, number) => numbers.at(number))).toEqual(emails);
  expect(emails.map((email) => numbers.addBytes(Buffer.from(email), 0, email.length))).toEqual(
    emails.map((_, number) => number),
  );
});

test('what is before and behind the sign is one address with nothing else', () => {
  const part = fc.string({
    unit: fc.constantFrom('a', 'b', '\u0001', 'é', '\u{1f600}'),
    minLength: 1,
    maxLength: 3,
  });
  const address = fc.tuple(part, part).map((parts) => parts.join('@') as Email);
  fc.assert(
    fc.property(fc.array(address), (emails) => {
      const numbers = new EmailNumbers();
      const given = emails.map((email) => numbers.add(email));
      expect(given.map((number) => numbers.at(number))).toEqual(emails);
      expect(numbers.size).toBe(new Set(emails).size);
    }),
  );
});

/** What stands in a file, and the address that it is. */
const IN_FILES: readonly (readonly [string, string | null])[] = [
  ['Mona@X.io', 'mona@x.io'],
  [' mona@x.io\t', 'mona@x.io'],
  ['zoe\u0308@x.io', 'zo\u00eb@x.io'],
  ['!@x', '!@x'],
  ['~@x', '~@x'],
  [`${'x'.repeat(MAX_EMAIL_LENGTH - 5)}@x.io`, `${'x'.repeat(MAX_EMAIL_LENGTH - 5)}@x.io`],
  [`${'x'.repeat(MAX_EMAIL_LENGTH - 4)}@x.io`, null],
  ['mona', null],
  ['@x.io', null],
  ['mona@', null],
  ['mona@x@io', null],
  ['mo na@x.io', null],
  ['mona\u007f@x.io', null],
  ['\ufeffmona@x.io', 'mona@x.io'],
  ['', null],
];

test.each(IN_FILES)('the bytes of "%s" have the number of %j', (text, address) => {
  const numbers = new EmailNumbers();
  const file = Buffer.from(`a@b${text}@c`);
  const number = numbers.addBytes(file, 3, file.length - 2);
  expect(number === NO_EMAIL ? null : numbers.at(number)).toBe(address);
});

test('no string is made of an address of printable ASCII, which nearly every one is', () => {
  const decode = vi.spyOn(TextDecoder.prototype, 'decode');
  const numbers = new EmailNumbers();
  for (const text of ['Mona+1@x.io', '!@~', `${'x'.repeat(MAX_EMAIL_LENGTH - 5)}@x.io`])
    numbers.addBytes(Buffer.from(text), 0, text.length);
  expect(decode).not.toHaveBeenCalled();
  expect(numbers.size).toBe(3);
});

test('an address has one number, from bytes of whatever case and from a text', () => {
  const numbers = new EmailNumbers();
  const [bytes, capitals] = [Buffer.from(MONA), Buffer.from(MONA.toUpperCase())];
  expect(numbers.addBytes(bytes, 0, bytes.length)).toBe(0);
  expect(numbers.addBytes(capitals, 0, capitals.length)).toBe(0);
  expect(numbers.add(MONA)).toBe(0);
});

test('the bytes of an address have the number of the normalized address, all others none', () => {
  const part = fc.constantFrom(
    'Mona',
    'mona',
    'ä',
    ' ',
    '\t',
    '\u00a0',
    '@',
    '.',
    '+1',
    '\u0130',
    'x'.repeat(120),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), fc.nat(3), (parts, before) => {
      const text = parts.join('');
      const bytes = Buffer.from('-'.repeat(before) + text);
      const numbers = new EmailNumbers();
      const number = numbers.addBytes(bytes, before, bytes.length);
      expect(number === NO_EMAIL ? null : numbers.at(number)).toBe(normalizeEmail(text));
      expect(numbers.size).toBe(number === NO_EMAIL ? 0 : 1);
    }),
    { numRuns: 500 },
  );
});

test('many addresses at once have the numbers that they have one by one', () => {
  const text = fc.oneof(
    fc.constantFrom(...IN_FILES.map(([each]) => each)),
    fc.tuple(fc.nat(99), fc.nat(3)).map(([local, domain]) => `${local}@${domain}.io`),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 300, size: 'max' }), fc.array(text), (texts, earlier) => {
      const [oneByOne, atOnce] = [new EmailNumbers(), new EmailNumbers()];
      for (const each of earlier) for (const numbers of [oneByOne, atOnce]) addTo(numbers, each);
      const numbers = new Int32Array(texts.length);
      atOnce.addAll(preparedOf(texts), texts.length, numbers);
      expect([...numbers]).toEqual(texts.map((each) => addTo(oneByOne, each)));
    }),
  );
});

/** One behind the other, as a file has them. */
function preparedOf(texts: readonly string[]): PreparedAddresses {
  const bytes = texts.map((text) => Buffer.from(text));
  const lengths = bytes.map(({ length }) => length);
  const starts = Int32Array.from(lengths, (_, index) =>
    lengths.slice(0, index).reduce((sum, length) => sum + length, 0),
  );
  const ends = starts.map((start, index) => start + (lengths[index] ?? 0));
  const singles = bytes.map((each) => {
    const single = new PreparedAddress();
    single.set(each, 0, Math.min(each.length, MAX_EMAIL_LENGTH));
    return single;
  });
  const lowered = Buffer.concat(
    singles.map((single, index) => Buffer.concat([single.lowered], lengths[index] ?? 0)),
  );
  const signs = starts.map((start, index) => {
    const sign = (lengths[index] ?? 0) > MAX_EMAIL_LENGTH ? NO_SIGN : (singles[index]?.signs[0] ?? NO_SIGN);
    return sign < 0 ? sign : start + sign;
  });
  return { bytes: Buffer.concat(bytes), lowered, starts, ends, signs };
}

function addTo(numbers: EmailNumbers, text: string): number {
  const bytes = Buffer.from(text);
  return numbers.addBytes(bytes, 0, bytes.length);
}
