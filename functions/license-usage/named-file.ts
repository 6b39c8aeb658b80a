import { resolve, sep } from 'node:path';
import { parseUploadKey, UPLOAD_PREFIX } from '../../shared/contracts/upload-key.ts';
import { type HostName, normalizeHostName } from '../../shared/domain/host-name.ts';

/** A file as somebody named it. */
export interface NamedFile {
  readonly path: string;
  /** The instance that was named with it; null when none was. */
  readonly hostName: HostName | null;
}

/** `HOST=PATH`. What has a folder before the first `=` is a path with an `=` in it. */
const WITH_HOST = /^(?<host>[^=/\\]+)=(?<path>.+)$/s;

/** Below the folder `uploads` an upload's key is this deep: `HOST/FILE`, or `HOST/ULID/FILE`. */
const KEY_DEPTHS: readonly number[] = [2, 3];

/** Reads `PATH` or `HOST=PATH`. Folders name the instance as the keys of dropped files do. */
export function namedFile(argument: string): NamedFile {
  const { host = '', path = '' } = WITH_HOST.exec(argument)?.groups ?? {};
  const hostName = normalizeHostName(host);
  return hostName === null ? { path: argument, hostName: hostNameOfFolders(argument) } : { path, hostName };
}

/** A copy of the bucket's uploads has the same folders. */
function hostNameOfFolders(path: string): HostName | null {
  const folders = resolve(path).split(sep);
  const below = folders.slice(folders.lastIndexOf('uploads') + 1);
  const isKey = below.length < folders.length && KEY_DEPTHS.includes(below.length);
  return isKey ? parseUploadKey(UPLOAD_PREFIX + below.join('/')).hostName : null;
}
