import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import FilesystemStore, {
  type ListedObject,
  type ListOptions,
  type ObjectListing,
} from '@20minutes/s3rver/lib/stores/filesystem.js';

/** What a notification tells of an object. */
export interface StoredObject {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** Without quotes. */
  readonly eTag: string;
  readonly lastModified: Date;
}

/** What s3rver puts behind a key to name the file of the object. */
const OBJECT_SUFFIX = '._S3rver_object';

/**
 * Objects as files, whole or not at all as on S3: a writer that dies leaves what was there before, and a reader never
 * sees half of an object.
 */
export class ObjectStore extends FilesystemStore {
  override async putContent(path: string, content: Readable | Buffer): Promise<[number, string]> {
    const unfinished = `${path}.${randomUUID()}`;
    try {
      const written = await super.putContent(unfinished, content);
      await rename(unfinished, path);
      return written;
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  override async putMetadata(bucket: string, key: string, metadata: object, md5?: string): Promise<void> {
    const unfinished = `${key}.${randomUUID()}`;
    await super.putMetadata(bucket, unfinished, metadata, md5);
    for (const file of md5 === undefined ? ['metadata.json'] : ['object.md5', 'metadata.json']) {
      await rename(this.getResourcePath(bucket, unfinished, file), this.getResourcePath(bucket, key, file));
    }
  }

  /** Null when there is no such object. */
  async describe(bucket: string, key: string): Promise<StoredObject | null> {
    try {
      const metadata = await this.getMetadata(bucket, key);
      const { mtime } = await stat(this.getResourcePath(bucket, key, 'object'));
      const eTag = metadata.etag.replaceAll('"', '');
      return { key, size: metadata['content-length'], eTag, lastModified: mtime };
    } catch (error) {
      if (Object(error).code === 'ENOENT') return null;
      throw error;
    }
  }

  /**
   * s3rver's own leaves out folders that hold only folders, does not sort by key, and fails where it has to cut a
   * listing off. This one gives everything at once.
   */
  override async listObjects(bucket: string, options: ListOptions): Promise<ObjectListing> {
    const { prefix = '', delimiter = '', startAfter = '' } = options;
    const keys = (await this.#keys(bucket)).filter((key) => key.startsWith(prefix) && key > startAfter);
    const folders = keys.map((key) => folderOf(key, prefix, delimiter));
    const objects: ListedObject[] = [];
    for (const key of keys.filter((_, index) => folders[index] === null)) {
      const object = await this.describe(bucket, key);
      if (object !== null) objects.push(listedObject(object));
    }
    return {
      objects,
      commonPrefixes: [...new Set(folders.filter((folder) => folder !== null))],
      isTruncated: false,
    };
  }

  async #keys(bucket: string): Promise<string[]> {
    const files = await readdir(this.getBucketPath(bucket), { recursive: true });
    const objects = files.filter((file) => file.endsWith(OBJECT_SUFFIX));
    return objects.map((file) => file.slice(0, -OBJECT_SUFFIX.length)).sort();
  }

  /** Forgets the parts of a multipart upload, which s3rver itself has no request for. */
  async abortUpload(bucket: string, uploadId: string): Promise<void> {
    const uploads = this.getResourcePath(bucket, undefined, 'uploads');
    if (!/^[0-9a-f]+$/.test(uploadId)) return;
    await rm(`${uploads}/${uploadId}`, { recursive: true, force: true });
  }
}

/** Up to the first delimiter behind the prefix; null when there is none. */
function folderOf(key: string, prefix: string, delimiter: string): string | null {
  const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return end === -1 ? null : key.slice(0, end + delimiter.length);
}

function listedObject({ key, size, eTag, lastModified }: StoredObject): ListedObject {
  return { key, size, metadata: { etag: `"${eTag}"` }, lastModifiedDate: lastModified };
}
