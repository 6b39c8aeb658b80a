import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContentBytes } from '../../../shared/domain/content-bytes.ts';
import { contentOf } from '../../../shared/domain/person-content.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import type { UsageFacts } from '../../../shared/domain/usage-snapshot.ts';
import { aSnapshot } from '../../support/arbitrary-usage.ts';
import { newestOf } from '../../support/model-ledger.ts';

const observations = fc.array(aSnapshot, { minLength: 1, maxLength: 6 });

/** By the content of everybody as text, the content as bytes. */
function bytesByContent(snapshots: readonly UsageFacts[]): [string, string][] {
  const people = resolve(newestOf(snapshots));
  const content = new ContentBytes();
  return Array.from({ length: people.size }, (_, position) => {
    content.clear();
    people.addTo(content, position);
    return [contentOf(people.at(position)), Buffer.from(content.bytes).toString('hex')];
  });
}

describe('the content of people as bytes', () => {
  test('is the same for those who are the same, and for nobody else', () => {
    fc.assert(
      fc.property(observations, observations, fc.nat(), (before, others, taken) => {
        // Some sources are as before, as in most merges.
        const now = [...before.slice(0, taken % (before.length + 1)), ...others];
        const known = bytesByContent(before);
        for (const [content, bytes] of bytesByContent(now)) {
          for (const [knownContent, knownBytes] of known) {
            expect(bytes === knownBytes, content).toBe(content === knownContent);
          }
        }
      }),
    );
  });

  test('tells parts from one another, wherever one ends', () => {
    const bytesOf = (add: (content: ContentBytes) => void): string => {
      const content = new ContentBytes();
      add(content);
      return Buffer.from(content.bytes).toString('hex');
    };
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

  test('has room for any text, and begins anew', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 9_000, size: 'max' })), (texts) => {
        const [content, same] = [new ContentBytes(), new ContentBytes()];
        same.addNumber(1);
        same.clear();
        for (const text of texts) {
          content.addText(text);
          const bytes = Buffer.from(text);
          same.addBytes(bytes, 0, bytes.length);
        }
        expect(Buffer.compare(content.bytes, same.bytes)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });
});
