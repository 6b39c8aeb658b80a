import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf, pull, REPORT } from './pulling.ts';
import { rawInstance } from './scripted-instance.ts';

const FULL = Buffer.from(REPORT);
const ARCHIVE = gzipSync(FULL);

/** Cut somewhere: from nothing at all to all but the last byte. */
function cutOf(whole: Buffer): fc.Arbitrary<Buffer> {
  return fc.nat(whole.length - 1).map((length) => whole.subarray(0, length));
}

function answer(headers: string, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), content]);
}

function chunk(content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${content.length.toString(16)}\r\n`), content, Buffer.from('\r\n')]);
}

function isBetweenLines(cut: Buffer): boolean {
  const text = cut.toString();
  return text.endsWith('\n') && (text.match(/"/g)?.length ?? 0) % 2 === 0;
}

describe('a report that was cut off is never a snapshot', () => {
  const ends: readonly (readonly [string, (socket: Socket) => void])[] = [
    ['an ended connection', (socket) => socket.end()],
    ['a reset connection', (socket) => socket.resetAndDestroy()],
  ];

  it.each(
    ends.flatMap(
      ([end, finish]) =>
        [
          [
            'shorter than its length',
            end,
            FULL,
            `content-length: ${FULL.length}`,
            (cut: Buffer) => cut,
            finish,
          ],
          [
            'without its last chunk',
            end,
            FULL,
            'transfer-encoding: chunked',
            (cut: Buffer) => (cut.length === 0 ? cut : chunk(cut)),
            finish,
          ],
          [
            'as an archive shorter than its length',
            end,
            ARCHIVE,
            `content-encoding: gzip\r\ncontent-length: ${ARCHIVE.length}`,
            (cut: Buffer) => cut,
            finish,
          ],
        ] as const,
    ),
  )('%s, by %s', async (_, _end, whole, headers, framed, finish) => {
    await fc.assert(
      fc.asyncProperty(cutOf(whole), async (cut) => {
        const pulled = await pull(await rawInstance(answer(headers, framed(cut)), finish));
        expect(failureOf(pulled)).toBe('incomplete-answer');
        expect(pulled.requests).toBe(4);
      }),
      { numRuns: 15 },
    );
  });

  it('as an archive that is cut off and has the right length', async () => {
    await fc.assert(
      fc.asyncProperty(cutOf(ARCHIVE), async (cut) => {
        const headers = `content-encoding: gzip\r\ncontent-length: ${cut.length}`;
        expect(failureOf(await pull(await rawInstance(answer(headers, cut))))).toBe('incomplete-answer');
      }),
      { numRuns: 20 },
    );
  });

  it('within a line, by somebody who tells the right length', async () => {
    await fc.assert(
      fc.asyncProperty(
        cutOf(FULL).filter((cut) => !isBetweenLines(cut)),
        async (cut) => {
          const pulled = await pull(await rawInstance(answer(`content-length: ${cut.length}`, cut)));
          expect(['incomplete-answer', 'unreadable-answer']).toContain(failureOf(pulled));
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['in the last field', FULL.subarray(0, -3)],
    ['of its last line feed', FULL.subarray(0, -1)],
    ['in the middle of a row', FULL.subarray(0, -60)],
  ])('%s', async (_, cut) => {
    const pulled = await pull(await rawInstance(answer(`content-length: ${cut.length}`, cut)));
    expect(failureOf(pulled)).toBe('incomplete-answer');
  });

  it('also when it is whole, if nothing but the end of the connection says so', async () => {
    const pulled = await pull(await rawInstance(answer('connection: close', FULL)));
    expect(failureOf(pulled)).toBe('incomplete-answer');
  });
});

it('an archive proves its own end', async () => {
  const headers = 'connection: close\r\ncontent-encoding: gzip';
  const { result } = await pull(await rawInstance(answer(headers, ARCHIVE)));
  expect(result).toMatchObject({ snapshot: { accounts: { length: 4 } } });
});

it('chunks end with the last one', async () => {
  const chunks = Buffer.concat([chunk(FULL), Buffer.from('0\r\n\r\n')]);
  const { result } = await pull(await rawInstance(answer('transfer-encoding: chunked', chunks)));
  expect(result).toMatchObject({ snapshot: { accounts: { length: 4 } } });
});

describe('an answer that is no HTTP', () => {
  it.each([
    ['another protocol', 'SSH-2.0-babeld\r\n', 'unreadable-answer'],
    [
      'a chunk without a size',
      answer('transfer-encoding: chunked', Buffer.from('mona\r\n')),
      'unreadable-answer',
    ],
    ['endless headers', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`, 'unreadable-answer'],
    ['nothing at all', '', 'unavailable'],
    ['half a status line', 'HTTP/1.1 2', 'unavailable'],
  ])('%s', async (_, bytes, failure) => {
    expect(failureOf(await pull(await rawInstance(bytes)))).toBe(failure);
  });
});
