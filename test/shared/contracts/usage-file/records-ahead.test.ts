import { expect, test } from 'vitest';
import { RecordScanner } from '../../../../shared/contracts/usage-file/json/record-scanner.ts';
import { RecordsAhead } from '../../../../shared/contracts/usage-file/json/records-ahead.ts';

/** Reads from a chunk all records that begin at these places, and what was prepared in between. */
function reading(chunk: Buffer): {
  readonly read: (start: number) => { id: string; end: number } | null;
  readonly prepared: number[];
} {
  const scanner = new RecordScanner({ read: ['id', 'list'] });
  const { tape } = scanner;
  const prepared: number[] = [];
  const records = new RecordsAhead(scanner, [{ prepare: () => prepared.push(tape.records) }]);
  return {
    read: (start) => {
      const end = records.read(chunk, start);
      return end === null ? null : { id: tape.textAt(tape.memberAt(0)), end };
    },
    prepared,
  };
}

/** One behind the other, with where each begins. */
function chunkOf(texts: readonly string[]): { readonly chunk: Buffer; readonly starts: number[] } {
  const chunk = Buffer.from(texts.join(', '));
  let start = 0;
  const starts = texts.map((text) => {
    const here = start;
    start += Buffer.byteLength(text) + 2;
    return here;
  });
  return { chunk, starts };
}

function record(id: number, list: readonly string[] = []): string {
  return JSON.stringify({ id: `${id}`, list });
}

function idsOf(texts: readonly string[]): readonly [(string | undefined)[], number[]] {
  const { chunk, starts } = chunkOf(texts);
  const { read, prepared } = reading(chunk);
  return [starts.map((start) => read(start)?.id), prepared];
}

test('records are read ahead, and each is at hand when it is asked for', () => {
  const texts = Array.from({ length: 70 }, (_, id) => record(id));
  expect(idsOf(texts)).toEqual([texts.map((_, id) => `${id}`), [32, 32, 6]]);
});

test('reading ahead ends before a record that is not plain, and goes on behind it', () => {
  expect(idsOf([record(0), record(1), '{"id":1.5}', record(3), '{"id":"4'])).toEqual([
    ['0', '1', undefined, '3', undefined],
    [2, 0, 1, 0],
  ]);
});

test('a record that was read ahead and is passed over is no hindrance', () => {
  const { chunk, starts } = chunkOf([record(0), record(1), record(2)]);
  const { read, prepared } = reading(chunk);
  expect([starts[0], starts[2], starts[1]].map((start) => read(start ?? -1)?.id)).toEqual(['0', '2', '1']);
  expect(prepared).toEqual([3, 1, 2]);
});

test('a record tells where it ends', () => {
  const { chunk, starts } = chunkOf([record(0), record(10)]);
  const { read } = reading(chunk);
  expect(starts.map((start) => read(start)?.end)).toEqual([record(0).length, chunk.length]);
});

test('records of many values are as many as have room, and one of too many is left alone', () => {
  const long = Array.from({ length: 1500 }, () => 'x');
  const [ids, prepared] = idsOf([
    record(0, long),
    record(1, long),
    record(2, long),
    record(3, long),
    record(4, [...long, ...long, ...long]),
    record(5),
  ]);
  expect(ids).toEqual(['0', '1', '2', '3', undefined, '5']);
  expect(prepared).toEqual([3, 1, 0, 1]);
});

test('another chunk is read anew', () => {
  const scanner = new RecordScanner({ read: ['id'] });
  const records = new RecordsAhead(scanner, []);
  const ids = [record(1), record(2)].map((text) => {
    records.read(Buffer.from(`${text},${text}`), 0);
    return scanner.tape.textAt(scanner.tape.memberAt(0));
  });
  expect(ids).toEqual(['1', '2']);
});
