import { describe, expect, it } from 'vitest';
import { isNotified, objectNotification } from '../../../../cdk/local/events/object-notifications.ts';
import { failedMessages } from '../../../../cdk/local/events/sqs-event.ts';

describe('a bucket notification', () => {
  const notification = {
    bucket: 'b',
    queueArn: 'arn:aws:sqs:us-east-1:000000000000:Q',
    events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:Delete'],
    prefix: 'uploads/',
    suffix: '.json',
  };
  it.each([
    { name: 'ObjectCreated:Put', bucket: 'b', key: 'uploads/a.json', notified: true },
    { name: 'ObjectCreated:CompleteMultipartUpload', bucket: 'b', key: 'uploads/x/a.json', notified: true },
    { name: 'ObjectRemoved:Delete', bucket: 'b', key: 'uploads/a.json', notified: true },
    { name: 'ObjectRemoved:DeleteMarkerCreated', bucket: 'b', key: 'uploads/a.json', notified: false },
    { name: 'ObjectCreated:Put', bucket: 'other', key: 'uploads/a.json', notified: false },
    { name: 'ObjectCreated:Put', bucket: 'b', key: 'reports/a.json', notified: false },
    { name: 'ObjectCreated:Put', bucket: 'b', key: 'uploads/a.csv', notified: false },
  ])('of $name on $bucket/$key: $notified', ({ notified, ...event }) => {
    expect(isNotified(notification, event)).toBe(notified);
  });

  it.each([
    { key: 'uploads/a.json', encoded: 'uploads/a.json' },
    { key: 'uploads/a b+c.json', encoded: 'uploads/a+b%2Bc.json' },
    { key: 'uploads/é&%.json', encoded: 'uploads/%C3%A9%26%25.json' },
  ])('has the key $key as S3 encodes it', ({ key, encoded }) => {
    const object = { key, size: 3, eTag: 'abc', lastModified: new Date('2026-01-02T03:04:05.678Z') };
    expect(objectNotification('ObjectCreated:Put', 'b', object)).toMatchObject({
      Records: [
        {
          eventName: 'ObjectCreated:Put',
          eventTime: '2026-01-02T03:04:05.678Z',
          s3: {
            bucket: { name: 'b', arn: 'arn:aws:s3:::b' },
            object: { key: encoded, size: 3, eTag: 'abc', sequencer: '0000019B7CA98F2E' },
          },
        },
      ],
    });
  });
});

describe('the messages to try again', () => {
  const batch = ['1', '2', '3'].map((MessageId) => ({
    MessageId,
    ReceiptHandle: '',
    Body: '',
    MD5OfBody: '',
    Attributes: {},
    MessageAttributes: {},
  }));
  it.each([
    { result: 'null', failed: [] },
    { result: '{}', failed: [] },
    { result: '{"batchItemFailures":null}', failed: [] },
    { result: '{"batchItemFailures":[]}', failed: [] },
    { result: '{"batchItemFailures":[{"itemIdentifier":"2"}]}', failed: ['2'] },
    { result: '{"batchItemFailures":[{"itemIdentifier":"9"}]}', failed: ['1', '2', '3'] },
    { result: '{"batchItemFailures":[{"itemIdentifier":""}]}', failed: ['1', '2', '3'] },
    { result: '{"batchItemFailures":[{"id":"2"}]}', failed: ['1', '2', '3'] },
    { result: '"done"', failed: ['1', '2', '3'] },
  ])('after $result: $failed', ({ result, failed }) => {
    expect(failedMessages(result, batch).map(({ MessageId }) => MessageId)).toEqual(failed);
  });
});
