/** A dropped file, as the bucket has it. */
export interface UploadedFile {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly size: number;
  readonly lastModified: Date;
  /** User metadata, names in lower case without the `x-amz-meta-` in front. */
  readonly metadata: Readonly<Record<string, string>>;
}

export interface UploadedFiles {
  /** Null when the file is gone: it has expired or was deleted before it was read. */
  open(key: string, versionId: string | null): Promise<UploadedFile | null>;
}

export interface PresignedUpload {
  readonly url: string;
  /** To be sent with the PUT, exactly as given. */
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: string;
}

export interface UploadPresigner {
  presign(key: string): Promise<PresignedUpload>;
}
