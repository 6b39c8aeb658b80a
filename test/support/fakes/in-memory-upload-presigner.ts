import type { PresignedUpload, UploadPresigner } from '../../../shared/upload-ports.ts';

/** Gives addresses that lead nowhere; `presigned` are the keys asked for. */
export class InMemoryUploadPresigner implements UploadPresigner {
  readonly presigned: string[] = [];

  async presign(key: string): Promise<PresignedUpload> {
    this.presigned.push(key);
    const path = key.split('/').map(encodeURIComponent).join('/');
    return {
      url: `https://bucket.invalid/${path}?X-Amz-Signature=0`,
      headers: {},
      expiresAt: '2026-01-01T00:15:00.000Z',
    };
  }
}
