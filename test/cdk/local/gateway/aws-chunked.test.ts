import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AwsChunkedDecoder } from '../../../../cdk/local/gateway/aws-chunked.ts';

const TRAILER = 'x-amz-checksum-crc32:sOO8/Q==\r\n';

function frame(chunks: readonly Uint8Array[], extension: string): Buffer {
  const framed = chunks.flatMap((chunk) => [`${chunk.length.toString(16)}${extension}\r\n`, chunk, '\r\n']);
  return Buffer.concat([...framed, `0${extension}\r\n`, TRAILER, '\r\n'].map((part) => Buffer.from(part)));
}

function cut(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
}

async function decode(pieces: readonly Buffer[]): Promise<Buffer> {
  const decoder = new AwsChunkedDecoder();
  const [decoded] = await Promise.all([buffer(decoder), pipeline(Readable.from(pieces), decoder)]);
  return decoded;
}

describe('the aws-chunked decoder', () => {
  it('gives back the bytes, however they were framed and wherever the network cut them', async () => {
    const chunk = fc.uint8Array({ minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(chunk, { maxLength: 5 }),
        fc.constantFrom('', ';chunk-signature=0a1b'),
        fc.integer({ min: 1, max: 200 }),
        async (chunks, extension, size) => {
          const decoded = await decode(cut(frame(chunks, extension), size));
          expect(decoded).toEqual(Buffer.concat(chunks));
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    { what: 'in a chunk', body: '5\r\nab' },
    { what: 'before the last chunk', body: '2\r\nab\r\n' },
  ])('refuses a body that ends $what', async ({ body }) => {
    await expect(decode([Buffer.from(body)])).rejects.toThrow('aws-chunked: the body ends too early');
  });

  it('refuses a body without framing', async () => {
    await expect(decode([Buffer.from('{"users":[]}\n')])).rejects.toThrow(
      'aws-chunked: expected the size of a chunk',
    );
  });
});
