import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableItemError } from '../../../../shared/contracts/ledger/item.ts';
import { ENTRY_ATTRIBUTES, parseEntryItem } from '../../../../shared/contracts/ledger/person-item.ts';
import { plainEntryOf } from '../../../../shared/contracts/ledger/plain-entry.ts';
import type { LedgerEntry } from '../../../../shared/domain/ledger.ts';

type SentItem = Record<string, AttributeValue>;

const instant = fc
  .date({ noInvalidDate: true, min: new Date('0000-01-01'), max: new Date('9999-12-31') })
  .map((date) => date.toISOString());

/** As the ledger writes them. */
const written: fc.Arbitrary<SentItem> = fc
  .record(
    {
      sk: fc.string(),
      schema_version: fc.constant(1),
      digest: fc.string(),
      first_seen_at: instant,
      consumes_since: instant,
      added_in: fc.nat(),
      changed_in: fc.maxSafeNat(),
      lookup_emails: fc.array(fc.string(), { maxLength: 3 }),
    },
    { requiredKeys: ENTRY_ATTRIBUTES.filter((name) => name !== 'consumes_since') as 'sk'[] },
  )
  .map((item) => marshall(item));

const text = fc.oneof(
  fc.string(),
  instant,
  fc.constantFrom('2026-02-29T00:00:00.000Z', '2024-02-29T00:00:00.000Z', '2026-01-01T00:00:00Z'),
);
/** DynamoDB sends digits, however a number was written. */
const number = fc.oneof(
  fc.constantFrom('0', '1', '2', '-1', '1.5', '9007199254740991', '9007199254740992'),
  fc.bigInt().map(String),
);
const value: fc.Arbitrary<AttributeValue> = fc.oneof(
  text.map((S) => ({ S })),
  number.map((N) => ({ N })),
  fc
    .array(
      fc.oneof(
        text.map((S) => ({ S })),
        number.map((N) => ({ N })),
      ),
      { maxLength: 3 },
    )
    .map((L) => ({ L })),
  fc.boolean().map((BOOL) => ({ BOOL })),
  fc.constantFrom<AttributeValue>({ NULL: true }, { M: {} }, { SS: ['a'] }, { NS: ['1'] }),
);

/** With some attributes replaced, taken away or added. */
const mutated = fc
  .tuple(
    written,
    fc.dictionary(fc.constantFrom(...ENTRY_ATTRIBUTES, 'other'), fc.option(value), {
      minKeys: 1,
      maxKeys: 3,
    }),
  )
  .map(([item, changes]) => {
    const kept = Object.entries({ ...item, ...changes }).flatMap(([name, sent]) =>
      sent === null ? [] : [[name, sent] as const],
    );
    return Object.fromEntries(kept);
  });

/** Null for what the schema refuses. */
function judged(item: SentItem): LedgerEntry | null {
  try {
    return parseEntryItem(unmarshall(item));
  } catch (error) {
    if (error instanceof UnreadableItemError) return null;
    throw error;
  }
}

describe('the entry of an item', () => {
  it('as the ledger writes it is read by hand, and as the schema reads it', () => {
    fc.assert(
      fc.property(written, (item) => {
        expect(plainEntryOf(item)).toStrictEqual(parseEntryItem(unmarshall(item)));
      }),
    );
  });

  it('of any other shape is read as the schema reads it, or left to the schema', () => {
    const seen = { read: 0, left: 0, refused: 0 };
    fc.assert(
      fc.property(mutated, (item) => {
        const [plain, entry] = [plainEntryOf(item), judged(item)];
        if (plain !== null) expect(plain).toStrictEqual(entry);
        seen[entry === null ? 'refused' : plain === null ? 'left' : 'read']++;
      }),
      { numRuns: 1000 },
    );
    expect(seen.read).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(0);
  });
});
