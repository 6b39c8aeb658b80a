import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { ContentBytes } from '../../../shared/domain/content-bytes.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function bytesOf(add: (content: ContentBytes) => void): string {
  const content = new ContentBytes();
  add(content);
  return Buffer.from(content.bytes).toString('hex');
}

test('a number is eight bytes, the lowest first', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      const bytes = Buffer.alloc(8);
      bytes.writeBigInt64LE(BigInt(value));
      expect(bytesOf((content) => content.addNumber(value))).toBe(bytes.toString('hex'));
    }),
  );
});

test.each([
  ['', '00000000'],
  ['mona', '04000000' + '6d6f6e61'],
  ['\u007f', '01000000' + '7f'],
  ['\u0080', '02000000' + 'c280'],
  ['zoë', '04000000' + '7a6fc3ab'],
])('the text "%s" is the four bytes of its length and its own', (text, bytes) => {
  expect(bytesOf((content) => content.addText(text))).toBe(bytes);
});

test('a text of ASCII is copied as it is, without an encoder', () => {
  const encode = vi.spyOn(TextEncoder.prototype, 'encode');
  bytesOf((content) => content.addText('mona\u007f'));
  expect(encode).not.toHaveBeenCalled();
});

test('in place of a text is a length that none has', () => {
  expect(bytesOf((content) => content.addNothing())).toBe('ffffffff');
});

test('a part of a file is a text', () => {
  const file = Buffer.from('beforemonabehind');
  expect(bytesOf((content) => content.addBytes(file, 6, 10))).toBe(
    bytesOf((content) => content.addText('mona')),
  );
});

test('a text may come in parts', () => {
  const file = Buffer.from('lisa@mona');
  const inParts = (content: ContentBytes): void => {
    content.beginText(file.length);
    content.addPart(file, 0, 4);
    content.addPart(file, 4, file.length);
  };
  expect(bytesOf(inParts)).toBe(bytesOf((content) => content.addText('lisa@mona')));
});

test('parts are told from one another, wherever one ends', () => {
  const contents = [
    bytesOf((content) => content.addText('ab')),
    bytesOf((content) => ['a', 'b'].map((text) => content.addText(text))),
    bytesOf((content) => ['', 'ab'].map((text) => content.addText(text))),
    bytesOf((content) => content.addNothing()),
    bytesOf((content) => content.addText('')),
    bytesOf((content) => content.addText('é')),
    bytesOf((content) => content.addNumber(1)),
    bytesOf((content) => content.addNumber(2 ** 32 + 1)),
    bytesOf((content) => content.addNumber(Number.MAX_SAFE_INTEGER)),
  ];
  expect(new Set(contents).size).toBe(contents.length);
});

test('there is room for any text, and a content begins anew once it is cleared', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 9_000, size: 'max' }), { maxLength: 3 }),
      (texts) => {
        const [content, same] = [new ContentBytes(), new ContentBytes()];
        same.addNumber(1);
        same.clear();
        for (const text of texts) {
          content.addText(text);
          const bytes = Buffer.from(text);
          same.addBytes(bytes, 0, bytes.length);
        }
        expect(Buffer.compare(content.bytes, same.bytes)).toBe(0);
      },
    ),
    { numRuns: 10 },
  );
});

test.each([
  ['numbers', (content: ContentBytes) => content.addNumber(0x0101_0101_0101)],
  ['texts', (content: ContentBytes) => content.addText('xxx')],
  ['bytes', (content: ContentBytes) => content.addBytes(Buffer.from('xxx'), 0, 3)],
  ['nothing', (content: ContentBytes) => content.addNothing()],
])('there is room for any number of %s', (_, add) => {
  const content = new ContentBytes();
  for (let times = 0; times < 3000; times++) add(content);
  expect(Buffer.from(content.bytes).toString('hex')).toBe(bytesOf(add).repeat(3000));
});
