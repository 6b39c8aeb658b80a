import { PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { S3UploadedFiles } from '../../shared/adapters/s3/uploaded-files.ts';
import type { UploadedFile, UploadedFiles } from '../../shared/upload-ports.ts';
import { InMemoryUploadedFiles } from '../support/fakes/in-memory-uploaded-files.ts';
import { textOf } from '../support/text-of.ts';
import { BUCKET, describeOnS3 } from './describe-bucket-port.ts';

interface Subject {
  readonly files: UploadedFiles;
  put(key: string, content: string, metadata?: Record<string, string>): Promise<void>;
}

function suite(create: () => Subject): void {
  it('opens a file with its size, date and metadata', async () => {
    const { files, put } = create();
    const key = 'uploads/ghe.example.com/all users+1 ä.csv';
    const begin = Date.now();
    await put(key, 'id,email\n', { 'host-name': 'ghe.example.com' });
    const file = await opened(files, key);
    expect(file).toMatchObject({ size: 9, metadata: { 'host-name': 'ghe.example.com' } });
    // S3 dates objects by the second.
    expect(Math.abs(file.lastModified.getTime() - begin)).toBeLessThan(60_000);
    expect(await textOf(file.bytes)).toBe('id,email\n');
  });

  it('gives a file larger than one piece, byte by byte as it was dropped', async () => {
    const { files, put } = create();
    const content = Array.from({ length: 50_000 }, (_, line) => `${line},user-${line}\n`).join('');
    await put('uploads/large.csv', content);
    const file = await opened(files, 'uploads/large.csv');
    expect(await textOf(file.bytes)).toBe(content);
  });

  it('gives a file without content', async () => {
    const { files, put } = create();
    await put('uploads/empty.json', '');
    const file = await opened(files, 'uploads/empty.json');
    expect(file.size).toBe(0);
    expect(await textOf(file.bytes)).toBe('');
  });

  it('has no file where none is, or is no more', async () => {
    expect(await create().files.open('uploads/gone.json', null)).toBeNull();
  });
}

async function opened(files: UploadedFiles, key: string): Promise<UploadedFile> {
  const file = await files.open(key, null);
  if (file === null) throw new Error(`no file ${key}`);
  return file;
}

describe('UploadedFiles in memory', () => {
  suite(() => {
    const files = new InMemoryUploadedFiles();
    return {
      files,
      put: async (key, content, metadata = {}) =>
        files.put(key, { content, metadata, lastModified: new Date() }),
    };
  });
});

describeOnS3('UploadedFiles', (bucket) => {
  suite(() => ({
    files: new S3UploadedFiles(bucket(), BUCKET),
    put: async (Key, content, Metadata) => {
      const Body = Buffer.from(content);
      const ContentLength = Body.length;
      await bucket().send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, ContentLength, Metadata }));
    },
  }));
});
