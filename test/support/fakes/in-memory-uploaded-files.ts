import type { UploadedFile, UploadedFiles } from '../../../shared/upload-ports.ts';

export interface StoredUpload {
  readonly content: string | Uint8Array;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly lastModified?: Date;
  readonly versionId?: string;
}

/** A bucket's uploads in a map. Bytes come in pieces of `pieceSize`, as from a socket. */
export class InMemoryUploadedFiles implements UploadedFiles {
  readonly #versions = new Map<string, StoredUpload[]>();
  readonly #pieceSize: number;

  constructor(pieceSize = 64 * 1024) {
    this.#pieceSize = pieceSize;
  }

  /** The last one put under a key is the current one. */
  put(key: string, upload: StoredUpload): void {
    const versions = this.#versions.get(key) ?? [];
    this.#versions.set(key, [...versions, upload]);
  }

  delete(key: string): void {
    this.#versions.delete(key);
  }

  async open(key: string, versionId: string | null): Promise<UploadedFile | null> {
    const versions = this.#versions.get(key) ?? [];
    const upload =
      versionId === null ? versions.at(-1) : versions.find((version) => version.versionId === versionId);
    if (upload === undefined) return null;
    const bytes =
      typeof upload.content === 'string' ? new TextEncoder().encode(upload.content) : upload.content;
    return {
      bytes: pieces(bytes, this.#pieceSize),
      size: bytes.byteLength,
      lastModified: upload.lastModified ?? new Date('2026-01-01T00:00:00.000Z'),
      metadata: upload.metadata ?? {},
    };
  }
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += size) yield bytes.subarray(start, start + size);
}
