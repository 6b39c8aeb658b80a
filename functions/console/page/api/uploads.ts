import type * as z from 'zod';
import { type NewUploadBody, newUploadSchema } from '../../../../shared/contracts/http/new-upload.ts';
import {
  type UploadBody,
  type UploadsBody,
  uploadSchema,
  type uploadSummarySchema,
  uploadsSchema,
} from '../../../../shared/contracts/http/uploads.ts';
import type { Api } from './api.ts';

export type { NewUploadBody, UploadBody, UploadsBody };
export type UploadSummary = z.output<typeof uploadSummarySchema>;
export type Problem = UploadBody['problems'][number];

/** That the API gives. */
const MOST_AT_ONCE = 100;

/** Newest first. */
export function readUploads(
  api: Api,
  { page, perPage }: { readonly page: number; readonly perPage: number },
  signal: AbortSignal,
): Promise<UploadsBody> {
  return api.get('/uploads', uploadsSchema, { query: { page, per_page: perPage }, signal });
}

/** Those that wait for an owner, newest first: one of a source at most. */
export function readHeldUploads(api: Api, signal: AbortSignal): Promise<UploadsBody> {
  return api.get('/uploads', uploadsSchema, { query: { state: 'held', per_page: MOST_AT_ONCE }, signal });
}

export function readUpload(api: Api, id: string, signal: AbortSignal): Promise<UploadBody> {
  return api.get(`/uploads/${id}`, uploadSchema, { signal });
}

/** Far more than are likely to come while one arrives. */
const NEWEST = { page: 1, perPage: MOST_AT_ONCE };

/**
 * Null as long as nobody has looked at the file: an upload begins with that. Asked of the list, because a browser
 * notes every 404 as an error.
 */
export async function readArrivedUpload(
  api: Api,
  id: string,
  signal: AbortSignal,
): Promise<UploadBody | null> {
  const { uploads } = await readUploads(api, NEWEST, signal);
  return uploads.some((upload) => upload.id === id) ? readUpload(api, id, signal) : null;
}

/** What the API takes of a file's name; its end tells more than its beginning. */
const MAX_FILE_NAME_LENGTH = 255;

/** `hostName` names the instance for a file that does not. */
export function startUpload(
  api: Api,
  { fileName, hostName }: { readonly fileName: string; readonly hostName: string | null },
): Promise<NewUploadBody> {
  return api.change('POST', '/uploads', newUploadSchema, {
    file_name: fileName.slice(-MAX_FILE_NAME_LENGTH),
    host_name: hostName,
  });
}

/** Releases a held upload: it is applied soon afterwards. */
export function acceptUpload(api: Api, id: string): Promise<UploadBody> {
  return api.change('POST', `/uploads/${id}/accept`, uploadSchema);
}
