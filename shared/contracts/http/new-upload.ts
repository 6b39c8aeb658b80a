import * as z from 'zod';
import { type HostName, normalizeHostName } from '../../domain/host-name.ts';
import type { PresignedUpload } from '../../upload-ports.ts';

const MAX_FILE_NAME_LENGTH = 255;

/** `POST /uploads`: both optional. `host_name` names the instance for files that do not, such as a users report. */
export const newUploadRequestSchema = z.strictObject({
  file_name: z
    .string()
    .max(MAX_FILE_NAME_LENGTH, `must be at most ${MAX_FILE_NAME_LENGTH} characters`)
    .nullable()
    .default(null),
  host_name: z
    .string()
    .transform((text, context): HostName | null => {
      const hostName = normalizeHostName(text);
      if (hostName === null)
        context.addIssue({ code: 'custom', message: 'must be the host name of an instance' });
      return hostName;
    })
    .nullable()
    .default(null),
});
export type NewUploadRequest = z.output<typeof newUploadRequestSchema>;

/** 201: where to PUT the file, with exactly these headers. Its outcome is at `/uploads/{id}` once it has arrived. */
export const newUploadSchema = z.strictObject({
  id: z.ulid(),
  url: z.url(),
  method: z.literal('PUT'),
  headers: z.record(z.string(), z.string()),
  key: z.string(),
  expires_at: z.iso.datetime(),
});
export type NewUploadBody = z.output<typeof newUploadSchema>;

export function newUploadBody(id: string, key: string, presigned: PresignedUpload): NewUploadBody {
  return {
    id,
    url: presigned.url,
    method: 'PUT',
    headers: { ...presigned.headers },
    key,
    expires_at: presigned.expiresAt,
  };
}
