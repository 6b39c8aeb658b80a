import * as z from 'zod';
import { eventTime } from './event-time.ts';

/**
 * S3 event notification, as far as it is read.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
const s3Record = z.object({
  eventName: z.string(),
  eventTime,
  s3: z.object({
    object: z.object({
      /** URL-encoded as a form is: a space comes as `+`. */
      key: z.string().min(1),
      size: z.int().nonnegative().optional(),
      eTag: z.string().optional(),
      versionId: z.string().optional(),
      sequencer: z.string().optional(),
    }),
  }),
});

const s3Event = z.object({ Records: z.array(s3Record) });

/** What S3 sends once, when a notification is set up. */
const s3TestEvent = z.object({ Event: z.literal('s3:TestEvent') });

/** What an owner's acceptance of a held upload sends: `{"accepted_upload":"<ULID>"}`. */
const acceptedUpload = z.strictObject({ accepted_upload: z.ulid() });

/** The message that brings a held upload back after its acceptance. Throws ZodError when the id is no ULID. */
export function acceptedUploadBody(uploadId: string): string {
  return JSON.stringify(acceptedUpload.parse({ accepted_upload: uploadId }));
}

/** One object that came to be in the bucket. Null: the notification did not tell. */
export interface UploadedObject {
  /** Decoded. */
  readonly key: string;
  readonly versionId: string | null;
  /** Bytes. */
  readonly size: number | null;
  readonly eTag: string | null;
  /** Orders the events of one key: the greater hexadecimal number is the later one. */
  readonly sequencer: string | null;
  /** ISO 8601 in UTC with milliseconds. */
  readonly eventTime: string;
}

export type IngestMessage =
  /** Empty when the notification tells of other things than new objects. */
  | { readonly kind: 'uploaded-objects'; readonly objects: readonly UploadedObject[] }
  | { readonly kind: 'accepted-upload'; readonly uploadId: string }
  | { readonly kind: 'test-event' }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** Reads the body of a message of the ingest queue. Never throws: what cannot be read is `unreadable`. */
export function parseIngestMessage(body: string): IngestMessage {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return { kind: 'unreadable', problem: 'not JSON' };
  }
  const accepted = acceptedUpload.safeParse(json);
  if (accepted.success) return { kind: 'accepted-upload', uploadId: accepted.data.accepted_upload };
  if (s3TestEvent.safeParse(json).success) return { kind: 'test-event' };
  const event = s3Event.safeParse(json);
  if (!event.success) {
    return { kind: 'unreadable', problem: 'neither an S3 event notification nor an accepted upload' };
  }
  const created = event.data.Records.filter((record) => record.eventName.startsWith('ObjectCreated:'));
  try {
    return { kind: 'uploaded-objects', objects: created.map(uploadedObject) };
  } catch {
    return { kind: 'unreadable', problem: 'an object key is not URL-encoded' };
  }
}

/** Throws URIError when the key is not URL-encoded. */
function uploadedObject({ eventTime: time, s3: { object } }: z.infer<typeof s3Record>): UploadedObject {
  return {
    key: decodeURIComponent(object.key.replaceAll('+', ' ')),
    versionId: object.versionId ?? null,
    size: object.size ?? null,
    eTag: object.eTag ?? null,
    sequencer: object.sequencer ?? null,
    eventTime: new Date(time).toISOString(),
  };
}
