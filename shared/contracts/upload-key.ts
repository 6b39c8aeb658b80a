import { type HostName, normalizeHostName } from '../domain/host-name.ts';

/** Where dropped files are in the bucket. */
export const UPLOAD_PREFIX = 'uploads/';

/** Canonical spelling only, upper case: a host name, which is lower case, can never be taken for one. */
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Recognition is by content; the name is for the owner's eyes, and need not be long. */
const MAX_FILE_NAME_LENGTH = 100;

/** What the key of an upload tells. */
export interface UploadKey {
  readonly uploadId: string | null;
  /** Names the instance for files that do not, such as a users report. */
  readonly hostName: HostName | null;
  readonly fileName: string;
}

/** `uploads/<ULID>/<file name>`, or `uploads/<host name>/<ULID>/<file name>`. */
export function uploadKeyOf(upload: {
  readonly uploadId: string;
  readonly hostName: HostName | null;
  readonly fileName: string;
}): string {
  const host = upload.hostName === null ? '' : `${upload.hostName}/`;
  return `${UPLOAD_PREFIX}${host}${upload.uploadId}/${safeFileName(upload.fileName)}`;
}

/**
 * Reads a key that `uploadKeyOf` or a person with a shell made. The first segment under `uploads/` is the host
 * name, unless it is an upload's id or the file itself.
 */
export function parseUploadKey(key: string): UploadKey {
  if (!key.startsWith(UPLOAD_PREFIX)) throw new Error(`an upload's key must begin with ${UPLOAD_PREFIX}`);
  const folders = key.slice(UPLOAD_PREFIX.length).split('/');
  const fileName = folders.pop() ?? '';
  const [first = '', second = ''] = folders;
  if (ULID.test(first)) return { uploadId: first, hostName: null, fileName };
  return { uploadId: ULID.test(second) ? second : null, hostName: normalizeHostName(first), fileName };
}

/** Letters, digits, `.`, `_` and `-`: safe in a key, a URL and a shell. The last folder-free part of the name. */
export function safeFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const safe = base
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\w.-]+/g, '-')
    .slice(-MAX_FILE_NAME_LENGTH)
    .replace(/^[.-]+/, '');
  return safe === '' ? 'server-usage' : safe;
}
