import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecordScanner } from '../../../../shared/contracts/usage-file/json/record-scanner.ts';
import { type RecordTape, TAPE } from '../../../../shared/contracts/usage-file/json/record-tape.ts';
import { PreparedAddress, type PreparedAddresses } from '../../../../shared/domain/prepared-addresses.ts';

const KEYS = ['id', 'login', 'emails', 'email', 'name'];
const UNUSED = new Map([
  ['roles', 'texts'],
  ['name', 'text'],
  ['suspended', 'flag'],
] as const);

function scanner(): RecordScanner {
  return new RecordScanner({ read: KEYS, unused: UNUSED, addresses: ['emails', 'email'] });
}

/** What the tape has of the record at hand: the values under the keys that are read. */
function recordAt(tape: RecordTape): unknown {
  const places = KEYS.map((key, number) => [key, tape.memberAt(number)] as const);
  return Object.fromEntries(
    places.filter(([, place]) => place !== 0).map(([key, place]) => [key, valueAt(tape, place)]),
  );
}

function valueAt(tape: RecordTape, place: number): unknown {
  const kind = tape.kindAt(place);
  if (kind === TAPE.text) return tape.textAt(place);
  if (kind === TAPE.number) return tape.numbers[place];
  if (kind === TAPE.null) return null;
  if (kind < TAPE.number) return kind === TAPE.true;
  const items: number[] = [];
  for (let item = place + 1; item < tape.endAt(place); item = tape.after(item)) items.push(item);
  if (kind === TAPE.list) return items.map((item) => valueAt(tape, item));
  return Object.fromEntries(items.map((item) => [KEYS[tape.keyAt(item)], valueAt(tape, item)]));
}

/** The records that follow one another from the start of a chunk on, until one that is not plain. */
function recordsOf(chunk: Buffer, records = scanner()): unknown[] {
  return Array.from({ length: records.read(chunk, 0) }, (_, record) => {
    records.tape.select(record);
    return recordAt(records.tape);
  });
}

/** The record, or null when it is not plain. */
function recordOf(text: string, records = scanner()): unknown {
  return recordsOf(Buffer.from(text), records)[0] ?? null;
}

describe('a record', () => {
  const RECORD = {
    id: 17,
    login: 'zo\u00eb',
    emails: [{ email: 'mona@example.com', primary: true }, 'lisa@example.org', [1, null]],
    roles: ['one', 'two'],
    name: null,
    suspended: false,
    other: { n: 2 },
    another: [[{ a: 1 }], 3],
  };

  test('has the values of the keys that are read, in lists and objects too', () => {
    const { id, login, emails } = RECORD;
    const read = { id, login, emails: [{ email: 'mona@example.com' }, ...emails.slice(1)] };
    for (const space of [0, 1, '\t']) expect(recordOf(JSON.stringify(RECORD, null, space))).toEqual(read);
    expect(recordOf('{}')).toEqual({});
  });

  test('that the end of the chunk cuts anywhere is left alone', () => {
    const bytes = Buffer.from(JSON.stringify(RECORD, null, 1));
    const records = scanner();
    for (let length = 0; length < bytes.length; length++)
      expect(records.read(bytes.subarray(0, length), 0)).toBe(0);
    expect(records.read(bytes, 0)).toBe(1);
  });

  test.each([
    ['a text with an escape sequence', '"a\\n"'],
    ['a text with a control character', '"a\u0001b"'],
    ['a fraction', '1.5'],
    ['an exponent', '1e5'],
    ['a number below zero', '-1'],
    ['a number with a zero before it', '01'],
    ['a number of sixteen digits', '1234567890123456'],
    ['an object within one in a list', '[{"email":{}}]'],
    ['a list within an object in a list', '[{"email":[]}]'],
    ['a list with nothing behind its comma', '["a",]'],
    ['a list without a comma', '["a" "b"]'],
    ['a list that ends as an object', '["a"}'],
    ['an object that ends as a list', '{"email":1]'],
    ['an object with nothing behind its comma', '{"email":1,}'],
    ['an object without a colon', '{"email" 1}'],
    ['an object with a key twice', '{"email":1,"email":2}'],
    ['a key without quotes', '{email:1}'],
    ['something else', 'nil'],
    ['nothing', ''],
    ['too many lists', '[[[[1]]]]'],
  ])('with %s is left alone, whether it is read or not', (_, value) => {
    for (const key of ['id', 'other']) expect(recordOf(`{"${key}":${value}}`)).toBeNull();
  });

  test.each([
    ['null', null],
    ['true', true],
    ['false', false],
    ['0', 0],
    ['999999999999999', 999_999_999_999_999],
    ['""', ''],
    ['[]', []],
    ['[ ]', []],
    ['{ }', {}],
    ['[ "a" , "b" ]', ['a', 'b']],
    ['[[[]]]', [[[]]]],
    ['{ "email" : 1 , "x" : 2 }', { email: 1 }],
  ])('with the value %s is plain', (text, value) => {
    expect(recordOf(`{"id":${text}}`)).toEqual({ id: value });
    expect(recordOf(`{"other" : ${text} }`)).toEqual({});
  });

  test.each(['roles', 'suspended', 'name'])('whose %s is of another kind is left alone', (key) => {
    const plain = {
      roles: ['[]', '["a"]', '[ "a" , "b" ]'],
      suspended: ['true', 'false'],
      name: ['""', '"a"'],
    };
    const values = new Map(Object.entries(plain));
    for (const value of ['null', ...(values.get(key) ?? [])])
      expect(recordOf(`{"${key}":${value}}`)).toEqual({});
    const others = ['xalse', 'fals', 'tru', 'nul', '1', '["a",]', '["a" "b"]', '["a"', '[1]', '{}'];
    const ofOtherKeys = [...values].filter(([other]) => other !== key).flatMap(([, texts]) => texts);
    for (const value of [...others, ...ofOtherKeys]) expect(recordOf(`{"${key}":${value}}`)).toBeNull();
  });

  test('with a key twice is left alone, wherever the second one comes', () => {
    expect(recordOf('{"id":1,"id":2}')).toBeNull();
    expect(recordOf('{"other":1,"login":"a","other":2}')).toBeNull();
    expect(recordsOf(Buffer.from('{"id":1},{"id":2}'))).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test.each([
    ['257 keys', Object.fromEntries(Array.from({ length: 257 }, (_, key) => [`key ${key}`, 1]))],
    ['a key of 17 KB', { ['k'.repeat(17_000)]: 1 }],
    ['4,100 values', { emails: Array.from({ length: 4100 }, () => 1) }],
    ['more than 64 KiB', { other: 'x'.repeat(65_536) }],
  ])('with %s is left alone', (_, record) => {
    const records = scanner();
    expect(recordOf(JSON.stringify(record), records)).toBeNull();
    expect(recordOf('{"id":1}', records)).toEqual({ id: 1 });
  });

  test('of nearly 64 KiB, and of nearly 256 keys, is plain', () => {
    expect(recordOf(JSON.stringify({ id: 1, other: 'x'.repeat(65_000) }))).toEqual({ id: 1 });
    const keys = Array.from({ length: 249 }, (_, key) => [`key ${key}`, 1] as const);
    expect(recordOf(JSON.stringify({ id: 1, ...Object.fromEntries(keys) }))).toEqual({ id: 1 });
  });

  test('has its keys in any order', () => {
    const records = scanner();
    for (const record of ['{"id":1,"x":2,"login":"a"}', '{"login":"a","id":1}', '{"y":1,"login":"a","id":1}'])
      expect(recordOf(record, records)).toEqual({ id: 1, login: 'a' });
  });
});

describe('an object that is not read', () => {
  function isPlain(object: string): boolean {
    const records = new RecordScanner({ read: ['id'], unused: new Map([['details', 'object']]) });
    return records.read(Buffer.from(`{"details":${object},"id":1}`), 0) === 1;
  }

  test.each([
    'null',
    '{}',
    '{ }',
    '{"a":"b"}',
    '{"a":"b","c":["d","e"],"f":true,"g":false,"h":null,"i":[]}',
    '{ "a" : "b" , "c" : [ "d" ] }',
    '{"a":"b","a":"c"}',
    `{"${'zo\u00eb'.repeat(40)}":"${'x'.repeat(300)}"}`,
  ])('may be %s', (object) => {
    expect(() => JSON.parse(object)).not.toThrow();
    expect(isPlain(object)).toBe(true);
  });

  test.each([
    '{"a":"b",}',
    '{,"a":"b"}',
    '{"a" "b"}',
    '{"a":}',
    '{"a":"b" "c":"d"}',
    '{"a":"b"',
    '{a:"b"}',
    '{"a":tru}',
    '{"a":["b",]}',
    '{"a":["b"}',
    '{"a":{}}',
    '{"a":1}',
    '{"a":"\\n"}',
    '{"\\n":"a"}',
    '[]',
    '"a"',
    'true',
  ])('is left alone when it is %s', (object) => {
    expect(isPlain(object)).toBe(false);
  });
});

describe('records in lines', () => {
  function linesOf(text: string): unknown[] {
    return recordsOf(Buffer.from(text), new RecordScanner({ read: KEYS }, 'lines'));
  }

  test('follow one another behind a line feed, and no other way', () => {
    expect(linesOf('{"id":1}\n{"id":2}\n')).toEqual([{ id: 1 }, { id: 2 }]);
    for (const between of [',', ',\n', '\n,', '', ' ', '\r', '\n\n'])
      expect(linesOf(`{"id":1}${between}{"id":2}\n`)).toEqual([{ id: 1 }]);
  });

  test('end with their lines', () => {
    for (const record of ['{\n"id":1}', '{"id":\n1}', '{"id"\n:1}', '{"id":[1\n]}', '{"other":{\n}}'])
      expect(linesOf(`${record}\n`)).toEqual([]);
    expect(linesOf('{ "id" :\t1 }\n')).toEqual([{ id: 1 }]);
  });

  test('are none of a list', () => {
    for (const between of ['\n', '', ' '])
      expect(recordsOf(Buffer.from(`{"id":1}${between}{"id":2}`))).toEqual([{ id: 1 }]);
    expect(recordsOf(Buffer.from('{"id":\n1}\n,\n{"id":2}'))).toEqual([{ id: 1 }, { id: 2 }]);
  });
});

test('a text ends at its quote, whatever the place, and an escape sequence is found at any', () => {
  for (let length = 0; length < 50; length++) {
    const text = 'x'.repeat(length);
    expect(recordOf(`{"id":"${text}","login":"${text}"}`)).toEqual({ id: text, login: text });
    for (const odd of ['\\"', '\\', '\u001f', '\u0000'])
      expect(recordOf(`{"id":"${text}${odd}${text}"}`)).toBeNull();
  }
});

test('records are found in a chunk that is larger than what is looked at together', () => {
  const texts = Array.from({ length: 400 }, (_, id) =>
    JSON.stringify({ id, other: 'x'.repeat((id * 997) % 5000) }),
  );
  const chunk = Buffer.from(texts.join(' , '));
  const records = scanner();
  const found: unknown[] = [];
  let start = 0;
  for (;;) {
    const length = records.read(chunk, start);
    if (length === 0) break;
    for (let record = 0; record < length; record++) {
      records.tape.select(record);
      const text = chunk.toString('utf8', records.startOf(record), records.endOf(record));
      expect(JSON.parse(text)).toMatchObject(recordAt(records.tape) as object);
      found.push(recordAt(records.tape));
    }
    start = records.endOf(length - 1) + 3;
    if (start > chunk.length) break;
  }
  expect(chunk.length).toBeGreaterThan(3 * 256 * 1024);
  expect(found).toEqual(texts.map((_, id) => ({ id })));
});

test('what was in the memory before is not taken for what comes behind the end of a chunk', () => {
  const records = scanner();
  expect(recordsOf(Buffer.from('{"id":1},{"id":2}'), records)).toHaveLength(2);
  expect(recordsOf(Buffer.from('{"id":1},{"id"'), records)).toEqual([{ id: 1 }]);
  expect(recordsOf(Buffer.from('{"id":1'), records)).toEqual([]);
});

describe('what is plain is as JSON.parse has it', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'B', '@', ' ', '{', '[', ',', ':', '\u00eb', '\ud83d\ude00'),
    maxLength: 40,
  });
  const scalar = fc.oneof(text, fc.nat(), fc.boolean(), fc.constant(null));
  const within = fc.dictionary(fc.constantFrom('email', 'id', 'primary'), scalar);
  const value = fc.oneof(
    scalar,
    within,
    fc.array(fc.oneof(scalar, within, fc.array(scalar, { maxLength: 3 }))),
  );
  const record = fc.dictionary(fc.constantFrom('id', 'login', 'emails', 'email', 'other', 'one more'), value);

  const space = fc.constantFrom(undefined, 1, 2, '\t');

  test('whatever the records, and with spaces anywhere', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 32 }), space, (made, indent) => {
        const texts = made.map((one) => JSON.stringify(one, null, indent));
        const expected = texts.map((one) => readOf(JSON.parse(one)));
        expect(recordsOf(Buffer.from(texts.join(',')))).toEqual(expected);
      }),
    );
  });

  /** Without what is under keys that are not read. */
  function readOf(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(readOf);
    if (value === null || typeof value !== 'object') return value;
    const read = Object.entries(value).filter(([key]) => KEYS.includes(key));
    return Object.fromEntries(read.map(([key, one]) => [key, readOf(one)]));
  }
});

describe('the texts that are to be addresses', () => {
  function preparedIn(text: string): PreparedAddresses & { readonly length: number } {
    const records = scanner();
    records.read(Buffer.from(text), 0);
    return records.tape.addresses;
  }

  function textsOf({ bytes, starts, ends, length }: ReturnType<typeof preparedIn>): string[] {
    return Array.from({ length }, (_, index) =>
      Buffer.from(bytes.subarray(starts[index], ends[index])).toString(),
    );
  }

  test('are those under their keys: texts, and in lists and objects in them', () => {
    const addresses = preparedIn(
      [
        '{"login":"no","email":"a","emails":["b",{"email":"c","id":"no"},"d",["e"]]}',
        '{"emails":null,"id":["no",{"email":"no"}]}',
        '{"other":["no"],"emails":"f"}',
        // Not plain: what was found of it is taken back.
        '{"email":"no","id":1.5}',
      ].join(','),
    );
    expect(textsOf(addresses)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  test('are found again by their places', () => {
    const records = scanner();
    records.read(Buffer.from('{"login":"no","email":"a"},{"emails":["b","c"]}'), 0);
    const { tape } = records;
    tape.select(1);
    const list = tape.memberAt(KEYS.indexOf('emails'));
    expect([list + 1, list + 2].map((place) => tape.addresses.numberAt(place))).toEqual([1, 2]);
    tape.select(0);
    expect(tape.addresses.numberAt(tape.memberAt(KEYS.indexOf('email')))).toBe(0);
  });

  test('are prepared as a single one is', () => {
    const part = fc.string({
      unit: fc.constantFrom('a', 'Z', 'A', 'z', '@', '[', '`', '{', '~', '!', ' ', '\u007f', '\u00eb', '0'),
      maxLength: 40,
    });
    const text = fc.oneof(
      part,
      fc.tuple(part, part).map((parts) => parts.join('@')),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        const addresses = preparedIn(JSON.stringify({ emails: texts }));
        expect(textsOf(addresses)).toEqual(texts);
        for (const [index, each] of texts.entries()) {
          const single = new PreparedAddress();
          const bytes = Buffer.from(each);
          single.set(bytes, 0, bytes.length);
          const start = addresses.starts[index] ?? 0;
          const sign = single.signs[0] ?? 0;
          expect(addresses.signs[index]).toBe(sign < 0 ? sign : start + sign);
          if (sign < 0) continue;
          expect([...addresses.lowered.subarray(start, start + bytes.length)]).toEqual([
            ...single.lowered.subarray(0, bytes.length),
          ]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
