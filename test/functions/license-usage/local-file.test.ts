import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalFile, localFile } from '../../../functions/license-usage/local-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-file-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function contentOf(file: LocalFile): Promise<Buffer> {
  const blocks: Buffer[] = [];
  for await (const block of file.open()) blocks.push(Buffer.from(block));
  return Buffer.concat(blocks);
}

test.each([
  ['nothing', 0],
  ['one byte', 1],
  ['one block', 1024 * 1024],
  ['several blocks', 2_500_000],
])('a file of %s is read whole, however often', async (_, bytes) => {
  const content = Buffer.alloc(bytes, 'not a divisor of a block; ');
  const path = join(folder, 'usage.json');
  await writeFile(path, content);
  const file = await localFile(path);
  expect(file.bytes).toBe(bytes);
  for (let time = 0; time < 2; time++) {
    expect((await contentOf(file)).equals(content)).toBe(true);
  }
});

test('a file may be left before its end', async () => {
  const path = join(folder, 'usage.json');
  await writeFile(path, Buffer.alloc(4 * 1024 * 1024, 'x'));
  const file = await localFile(path);
  for await (const block of file.open()) {
    expect(block.length).toBe(1024 * 1024);
    break;
  }
  expect((await contentOf(file)).length).toBe(file.bytes);
});

test('what cannot be read is told of, as a folder that took the place of a file', async () => {
  const path = join(folder, 'usage.json');
  await writeFile(path, '{}');
  const file = await localFile(path);
  await rm(path);
  await mkdir(path);
  await expect(contentOf(file)).rejects.toThrow('EISDIR');
});

test('a file that is gone when it is read is told of with its own error', async () => {
  const path = join(folder, 'usage.json');
  await writeFile(path, '{}');
  const file = await localFile(path);
  await rm(path);
  await expect(contentOf(file)).rejects.toThrow('ENOENT');
});
