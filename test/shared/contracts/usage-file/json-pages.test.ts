import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonPages } from '../../../../shared/contracts/usage-file/json/json-pages.ts';
import type { JsonRecord } from '../../../../shared/contracts/usage-file/json/json-record.ts';
import { ProblemLog } from '../../../../shared/contracts/usage-file/problem-log.ts';

async function recordsOf(text: string): Promise<{ users: JsonRecord[]; pages: JsonRecord[] }> {
  const users: JsonRecord[] = [];
  const pages: JsonRecord[] = [];
  const reader = {
    user: (user: JsonRecord) => users.push(user),
    page: (page: JsonRecord) => pages.push(page),
    plainUsers: null,
  };
  const problems = new ProblemLog();
  await new JsonPages(reader, problems, new Set(['users'])).read(once(Buffer.from(text)));
  problems.throwIfAny();
  return { users, pages };
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

const value = fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' });
const indent = fc.constantFrom(undefined, 1, '\t');

/** Every value within a value, with its path. */
function* valuesIn(whole: unknown, path: PropertyKey[] = []): Generator<[PropertyKey[], unknown]> {
  yield [path, whole];
  if (Array.isArray(whole))
    for (const [index, item] of whole.entries()) yield* valuesIn(item, [...path, index]);
  else if (typeof whole === 'object' && whole !== null) {
    for (const [key, item] of Object.entries(whole)) yield* valuesIn(item, [...path, key]);
  }
}

function firstCharacterOf(whole: unknown): string | undefined {
  return JSON.stringify(whole)[0];
}

describe('users and pages read piece by piece', () => {
  test('are what JSON.parse makes of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value), value, indent, async (users, other, space) => {
        const text = JSON.stringify({ before: other, users, after: other }, null, space);
        const records = await recordsOf(text);
        expect(JSON.stringify(records.users.map((user) => user.value))).toBe(JSON.stringify(users));
        expect(JSON.stringify(records.pages.map((page) => page.value))).toBe(
          JSON.stringify([{ before: other, users: [], after: other }]),
        );
      }),
    );
  });

  test('know the line and column of each of their values', async () => {
    await fc.assert(
      fc.asyncProperty(value, indent, async (user, space) => {
        const text = JSON.stringify([{ users: [user] }], null, space);
        const { users } = await recordsOf(text);
        const lines = text.split('\n').map((line) => [...line]);
        for (const [path, part] of valuesIn(user)) {
          const { line, column } = users[0]?.locate(path) ?? {};
          expect(lines[Number(line) - 1]?.[Number(column) - 1]).toBe(firstCharacterOf(part));
        }
      }),
    );
  });

  test('name their place in the file', async () => {
    const { users } = await recordsOf('[{"users":[]},{"users":[1,{"emails":["a"]}]}]');
    expect(users.map((user) => user.locate(['emails', 0]).path)).toEqual([
      '$[1].users[0].emails[0]',
      '$[1].users[1].emails[0]',
    ]);
  });
});

describe('users in chunks that cut some of them', () => {
  const PLAIN = /^\{"id":\d+\}/;
  const NUMBERS = Array.from({ length: 40 }, (_, index) => index * 137);
  const isPlain = (number: number): boolean => number % 3 > 0;
  const FILE = `{"users":[\n${NUMBERS.map((number) =>
    isPlain(number) ? `{"id":${number}}` : `{"id":"${number}"}`,
  ).join(',\n')}\n]}`;

  /** What reads each of them; of those read with care the line, too. */
  async function readInChunks(chunkBytes: number): Promise<string[]> {
    const users: string[] = [];
    const take = (chunk: Buffer, start: number): number | null => {
      const user = PLAIN.exec(chunk.toString('utf8', start))?.[0];
      if (user === undefined) return null;
      users.push(user);
      return start + user.length;
    };
    const reader = {
      user: (user: JsonRecord) => {
        const { line, column, path } = user.locate(['id']);
        users.push(`${JSON.stringify(user.value)} at ${line}:${column}, ${path}`);
      },
      page: () => undefined,
      plainUsers: { take },
    };
    const bytes = Buffer.from(FILE);
    async function* chunks(): AsyncGenerator<Buffer> {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    }
    await new JsonPages(reader, new ProblemLog(), new Set(['users', 'id'])).read(chunks());
    return users;
  }

  test('are read as if they were whole', async () => {
    const whole = NUMBERS.map((number, index) =>
      isPlain(number) ? `{"id":${number}}` : `{"id":"${number}"} at ${index + 2}:7, $.users[${index}].id`,
    );
    for (let chunkBytes = 13; chunkBytes <= FILE.length; chunkBytes++)
      expect(await readInChunks(chunkBytes)).toEqual(whole);
  });

  test('are read with care where not even two chunks hold one of them', async () => {
    const users = await readInChunks(4);
    expect(users.map((user) => user.slice(0, user.indexOf(' at ')))).toEqual(
      NUMBERS.map((number) => JSON.stringify({ id: isPlain(number) ? number : `${number}` })),
    );
  });
});
