import type { StoredObject } from '../engines/object-store.ts';
import type { ObjectEvent } from '../engines/s3.ts';
import { bucketArn, REGION } from '../template/account.ts';
import type { NotificationDefinition } from '../template/buckets.ts';

/** Whether the bucket tells of the event: by its name, and by prefix and suffix of the key. */
export function isNotified(notification: NotificationDefinition, event: ObjectEvent): boolean {
  return (
    notification.bucket === event.bucket &&
    notification.events.some((pattern) => matches(pattern, `s3:${event.name}`)) &&
    event.key.startsWith(notification.prefix) &&
    event.key.endsWith(notification.suffix)
  );
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/**
 * The message that S3 sends.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 * Time and sequencer come from the object, so that telling of it again gives the same message.
 */
export function objectNotification(eventName: string, bucket: string, object: StoredObject): unknown {
  const { key, size, eTag, lastModified } = object;
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: REGION,
        eventTime: lastModified.toISOString(),
        eventName,
        s3: {
          s3SchemaVersion: '1.0',
          bucket: { name: bucket, arn: bucketArn(bucket) },
          object: { key: encodeKey(key), size, eTag, sequencer: sequencerOf(lastModified) },
        },
      },
    ],
  };
}

/** As in an HTML form: S3 writes a space as `+`, and leaves slashes. */
function encodeKey(key: string): string {
  return key
    .split('/')
    .map((part) => new URLSearchParams([['', part]]).toString().slice(1))
    .join('/');
}

function sequencerOf(lastModified: Date): string {
  return lastModified.getTime().toString(16).toUpperCase().padStart(16, '0');
}
