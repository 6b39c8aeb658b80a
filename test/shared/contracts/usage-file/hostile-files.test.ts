import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readUsageFile } from '../../../../shared/contracts/usage-file/read-usage-file.ts';
import type { RejectionReason } from '../../../../shared/domain/upload.ts';
import {
  EXPORT_USER,
  exportOf,
  INSTANCE,
  licensePage,
  read,
  rejection,
  reportOf,
  reportRow,
  serverUsage,
} from './files.ts';

const EXPORT = exportOf([EXPORT_USER]);
const CONTEXT = { hostName: 'ghes.example.com' };

type Place = { path: string | null; line: number | null; column: number | null };
const WHOLE_FILE: Place = { path: null, line: null, column: null };

function onLine(line: number): Place {
  return { path: null, line, column: null };
}

describe('a file that cannot be read as text', () => {
  const zipped = gzipSync(EXPORT);
  const damaged = Buffer.from(zipped);
  damaged.fill(0x55, 40, 60);

  test.each<[string, Uint8Array | string, RejectionReason, Place]>([
    ['is empty', '', 'unknown-format', WHOLE_FILE],
    ['is white space', ' \r\n\t\n', 'unknown-format', WHOLE_FILE],
    ['is a byte order mark', '\ufeff', 'unknown-format', WHOLE_FILE],
    ['is gzipped nothing', gzipSync(''), 'unknown-format', WHOLE_FILE],
    ['is an archive cut off', zipped.subarray(0, -20), 'damaged-archive', WHOLE_FILE],
    ['is the beginning of an archive', zipped.subarray(0, 2), 'damaged-archive', WHOLE_FILE],
    ['is a damaged archive', damaged, 'damaged-archive', WHOLE_FILE],
    [
      'is an archive with something behind it',
      Buffer.concat([zipped, Buffer.from('x')]),
      'damaged-archive',
      WHOLE_FILE,
    ],
    ['is compressed twice', gzipSync(zipped), 'damaged-archive', WHOLE_FILE],
    [
      'is a ZIP archive or a workbook',
      Buffer.from('PK\x03\x04\x14\x00', 'latin1'),
      'unknown-format',
      WHOLE_FILE,
    ],
    [
      'is a gzipped ZIP archive',
      gzipSync(Buffer.from('PK\x03\x04\x14\x00', 'latin1')),
      'unknown-format',
      WHOLE_FILE,
    ],
    ['is UTF-16', Buffer.from(`\ufeff${EXPORT}`, 'utf16le'), 'wrong-encoding', onLine(1)],
    ['is UTF-16 without a mark', Buffer.from(EXPORT, 'utf16le'), 'wrong-encoding', onLine(1)],
    [
      'is Latin-1',
      Buffer.from(reportOf(reportRow({}), reportRow({ login: 'zo\u00eb' })), 'latin1'),
      'wrong-encoding',
      onLine(3),
    ],
    ['has a NUL', reportOf(reportRow({}), reportRow({ login: 'mo\u0000na' })), 'wrong-encoding', onLine(3)],
    ['ends within a character', Buffer.from(`${REPORT}\u20ac`).subarray(0, -1), 'wrong-encoding', onLine(3)],
    [
      'has half of a surrogate pair',
      Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x7d]),
      'wrong-encoding',
      onLine(1),
    ],
    [
      'has an overlong sequence',
      Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x7d]),
      'wrong-encoding',
      onLine(1),
    ],
  ])('%s', async (_, file, reason, place) => {
    const rejected = await rejection(file, CONTEXT);
    expect(rejected).toMatchObject({ reason, totalProblems: 1, problems: [place] });
    expect(rejected.problems[0]?.fix).not.toBe('');
  });

  test.each<[string, Uint8Array]>([
    ['with a byte order mark', Buffer.from(`\ufeff${EXPORT}`)],
    ['gzipped', zipped],
    ['gzipped with a byte order mark', gzipSync(`\ufeff${EXPORT}`)],
    ['gzipped in two members', Buffer.concat([gzipSync(EXPORT.slice(0, 50)), gzipSync(EXPORT.slice(50))])],
    ['with white space around', Buffer.from(`\n\t ${EXPORT}\r\n `)],
  ])('is not one %s', async (_, file) => {
    expect((await serverUsage(file)).accounts).toHaveLength(1);
  });
});

const REPORT = reportOf(reportRow({}));

describe('a file larger than allowed', () => {
  test('is refused at the limit, and accepted up to it', async () => {
    expect(await rejection(EXPORT, { maxBytes: EXPORT.length - 1 })).toMatchObject({ reason: 'too-large' });
    expect((await read(EXPORT, { maxBytes: EXPORT.length })).kind).toBe('usage');
  });

  test('counts decompressed', async () => {
    const bomb = gzipSync(`{"users":"${'A'.repeat(5_000_000)}"`);
    expect(bomb.length).toBeLessThan(10_000);
    expect(await rejection(bomb, { maxBytes: 1_000_000 })).toMatchObject({ reason: 'too-large' });
  });

  test('is not read to its end', async () => {
    let chunksRead = 0;
    const bomb = async function* () {
      for (; chunksRead < 10_000; chunksRead++) yield gzipSync(' '.repeat(100_000));
    };
    await readUsageFile(bomb(), { observedAt: '', hostName: null, fileName: null, maxBytes: 1_000_000 });
    expect(chunksRead).toBeLessThan(1_000);
  });
});

describe('a file of no known format', () => {
  test.each<[string, string, Place]>([
    ['another JSON object', '{"a":{"b":1}}', { path: '$', line: 1, column: 1 }],
    ['an empty array', '[]', WHOLE_FILE],
    [
      'an array of license rows without their page',
      '[{"github_com_login":"mona"}]',
      { path: '$[0]', line: 1, column: 2 },
    ],
    ['users with nothing in them', '{"users":[{}]}', { path: '$.users[0]', line: 1, column: 11 }],
    ['a CSV of something else', 'name,size\nmona,5\n', onLine(1)],
    ['the CSV of the members of an organization', 'GitHub com login,GitHub com name\nmona,Mona\n', onLine(1)],
    ['a web page', '<!DOCTYPE html>\n<html></html>\n', onLine(1)],
    ['a JSON text', 'true', onLine(1)],
  ])('is refused: %s', async (_, file, place) => {
    expect(await rejection(file)).toMatchObject({ reason: 'unknown-format', problems: [place] });
  });
});

describe('broken JSON', () => {
  const users = (...elements: string[]) =>
    `{"instance":{"host_name":"g.io"},\n"users":[${elements.join(',')}]}`;

  test.each<[string, string, Place, string]>([
    [
      'is cut off in a value',
      EXPORT.slice(0, EXPORT.indexOf('lisa@')),
      { path: '$.users[0].emails[1].email', line: 1, column: EXPORT.indexOf('lisa@') + 1 },
      'a closing quote',
    ],
    [
      'is cut off after a value',
      users('{"id":1}').slice(0, -2),
      { path: '$.users[0]', line: 2, column: 18 },
      'the rest of the file',
    ],
    [
      'lacks a comma',
      users('{"id":1 "login":"a"}'),
      { path: '$.users[0].id', line: 2, column: 18 },
      'a comma or the end',
    ],
    [
      'has a comma too many in an object',
      users('{"id":1,}'),
      { path: '$.users[0].id', line: 2, column: 18 },
      'a key in double quotes',
    ],
    [
      'has a comma too many in an array',
      users('{"id":1}', ''),
      { path: '$.users[0]', line: 2, column: 19 },
      'a value',
    ],
    ['lacks a colon', users('{"id" 1}'), { path: '$.users[0].id', line: 2, column: 16 }, 'a colon'],
    ['lacks a key', users('{1}'), { path: '$.users[0]', line: 2, column: 11 }, 'a key in double quotes'],
    [
      'ends an object as an array',
      users('{"id":1]'),
      { path: '$.users[0].id', line: 2, column: 17 },
      'a comma or the end',
    ],
    [
      'has an unknown word',
      users('{"id":None}'),
      { path: '$.users[0].id', line: 2, column: 16 },
      'a number, true, false',
    ],
    [
      'has a number with a zero in front',
      users('{"id":01}'),
      { path: '$.users[0].id', line: 2, column: 16 },
      'a number, true, false',
    ],
    [
      'has a number without end',
      users(`{"id":${'9'.repeat(5000)}}`),
      { path: '$.users[0].id', line: 2, column: 16 },
      'a shorter number',
    ],
    ['has single quotes', users("{'id':1}"), { path: '$.users[0]', line: 2, column: 11 }, 'a JSON value'],
    [
      'has a line break in a text',
      users('{"login":"a\nb"}'),
      { path: '$.users[0].login', line: 2, column: 21 },
      'an escape sequence',
    ],
    [
      'has an unknown escape sequence',
      users('{"login":"a\\x"}'),
      { path: '$.users[0].login', line: 2, column: 22 },
      'an escape sequence',
    ],
    [
      'has a broken escape sequence',
      users('{"login":"\\u00g0"}'),
      { path: '$.users[0].login', line: 2, column: 24 },
      'four hexadecimal',
    ],
    [
      'has an escaped NUL',
      users('{"login":"\\u0000"}'),
      { path: '$.users[0].login', line: 2, column: 25 },
      'text without NUL',
    ],
    [
      'has an escaped half of a surrogate pair',
      users('{"login":"\\ud83d"}'),
      { path: '$.users[0].login', line: 2, column: 19 },
      'whole Unicode',
    ],
    [
      'has a value behind it',
      `${EXPORT} 5`,
      { path: '$', line: 1, column: EXPORT.length + 2 },
      'nothing more',
    ],
    [
      'has a brace behind it',
      `${EXPORT}}`,
      { path: '$', line: 1, column: EXPORT.length + 1 },
      'nothing more',
    ],
    [
      'counts columns in characters',
      users('{"name":"\u00e9\u20ac\u{1f600}","id":"x"}'),
      { path: '$.users[0].id', line: 2, column: 29 },
      'a user id',
    ],
  ])('%s', async (_, file, place, expected) => {
    const rejected = await rejection(file);
    expect(rejected).toMatchObject({ reason: 'invalid-content', totalProblems: 1, problems: [place] });
    expect(rejected.problems[0]?.expected).toContain(expected);
  });

  test('a problem found before the break is told, too', async () => {
    const { problems, totalProblems } = await rejection(users('{"id":"x"}', '{"id":'));
    expect(problems.map(({ path }) => path)).toEqual(['$.users[0].id', '$.users[1].id']);
    expect(totalProblems).toBe(2);
  });
});

describe('JSON that would cost too much', () => {
  const nested = (depth: number) =>
    exportOf([{ id: 1, features: JSON.parse('['.repeat(depth) + ']'.repeat(depth)) }]);

  test('is nested at most 32 deep', async () => {
    expect((await read(nested(29))).kind).toBe('usage');
    expect((await rejection(nested(30))).problems).toMatchObject([
      { expected: 'values nested at most 32 deep' },
    ]);
    expect((await rejection('['.repeat(1_000_000))).problems).toMatchObject([{ line: 1, column: 33 }]);
  });

  test.each<[string, object]>([
    ['text', { bio: 'x'.repeat(70_000) }],
    ['text of escape sequences', { bio: '\n'.repeat(40_000) }],
    ['list', { emails: Array.from({ length: 70_000 }, () => 'a@x.io') }],
    ['list of lists', { emails: Array.from({ length: 70_000 }, () => []) }],
    ['key', { ['k'.repeat(70_000)]: 1 }],
    ['number of keys', Object.fromEntries(Array.from({ length: 70_000 }, (__, index) => [`k${index}`, 0]))],
    ['number of long texts', { emails: Array.from({ length: 50 }, () => 'x'.repeat(60_000)) }],
  ])('has no enormous %s in a user', async (_, user) => {
    expect(await rejection(exportOf([{ id: 1, ...user }]))).toMatchObject({
      reason: 'invalid-content',
      totalProblems: 1,
    });
  });

  test('has no enormous page around the users', async () => {
    const page = { ...INSTANCE, features: Array.from({ length: 70_000 }, () => 0) };
    expect(await rejection(exportOf([EXPORT_USER], page))).toMatchObject({ reason: 'invalid-content' });
    expect(await rejection(`{"users":[{"id":1}],"x":["${'a","'.repeat(70_000)}"]}`)).toMatchObject({
      reason: 'invalid-content',
    });
  });

  test('has as many users as it likes', async () => {
    const users = Array.from({ length: 70_000 }, (_, index) => ({ id: index + 1 }));
    expect((await serverUsage(exportOf(users))).accounts).toHaveLength(70_000);
  });
});

describe('keys that mean something to JavaScript', () => {
  const hostile =
    '{"__proto__":{"user_id":5,"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":1,"id":7}';

  test('are keys like any other', async () => {
    const { accounts } = await serverUsage(
      `{"instance":{"host_name":"g.io","__proto__":{"version":"1"}},"users":[${hostile}]}`,
    );
    expect([...accounts]).toMatchObject([{ userId: 7 }]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('do not make a format', async () => {
    expect(
      await rejection('{"__proto__":{"users":"c2VjcmV0","instance":{"host_name":"g.io"}}}'),
    ).toMatchObject({
      reason: 'unknown-format',
    });
  });

  test('may not come twice, either', async () => {
    const { problems } = await rejection(
      exportOf([EXPORT_USER]).replace('"user_id"', '"__proto__":1,"__proto__":2,"user_id"'),
    );
    expect(problems).toMatchObject([{ path: '$.users[0].*', expected: 'each key only once' }]);
  });
});

describe('a key twice in an object', () => {
  test.each<[string, string, string]>([
    ['of a user', '{"instance":{"host_name":"g.io"},"users":[{"id":1,"id":2}]}', '$.users[0].id'],
    [
      'of an address',
      '{"instance":{"host_name":"g.io"},"users":[{"id":1,"emails":[{"email":"a@x.io","email":"b@x.io"}]}]}',
      '$.users[0].emails[0].email',
    ],
    ['of the page', '{"instance":{"host_name":"g.io"},"users":[{"id":1}],"users":[{"id":2}]}', '$.users'],
    [
      'written in another way',
      '{"instance":{"host_name":"g.io"},"users":[{"id":1,"\\u0069d":2}]}',
      '$.users[0].id',
    ],
    [
      'of a license row',
      licensePage([]).replace('[]', '[{"github_com_login":"a","github_com_login":"b"}]'),
      '$.users[0].github_com_login',
    ],
  ])('%s is a problem', async (_, file, path) => {
    const { reason, problems } = await rejection(file);
    expect(reason).toBe('invalid-content');
    expect(problems).toMatchObject([{ path, expected: 'each key only once' }]);
  });
});

describe('the problems of a file', () => {
  const wrong = (count: number) => exportOf(Array.from({ length: count }, () => ({ id: 'x' })));

  test('are the first 100, with a total', async () => {
    const { problems, totalProblems } = await rejection(wrong(250));
    expect(problems).toHaveLength(100);
    expect(problems.at(-1)?.path).toBe('$.users[99].id');
    expect(totalProblems).toBe(250);
  });

  test('are counted up to 10,000', async () => {
    expect((await rejection(wrong(12_000))).totalProblems).toBe(10_000);
    const rows = Array.from({ length: 12_000 }, () => reportRow({ id: 'x' }));
    expect((await rejection(reportOf(...rows), CONTEXT)).totalProblems).toBe(10_000);
  });
});
