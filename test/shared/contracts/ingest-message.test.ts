import { describe, expect, it } from 'vitest';
import { parseIngestMessage } from '../../../shared/contracts/ingest-message.ts';

/** As S3 sends it for one new object. */
const notification = {
  Records: [
    {
      eventVersion: '2.3',
      eventSource: 'aws:s3',
      awsRegion: 'eu-central-1',
      eventTime: '2026-03-02T08:15:30.123Z',
      eventName: 'ObjectCreated:Put',
      s3: {
        s3SchemaVersion: '1.0',
        bucket: { name: 'usage', arn: 'arn:aws:s3:::usage' },
        object: {
          key: 'uploads/ghe.example.com/all+users%2B1.csv',
          size: 1024,
          eTag: 'd41d8cd98f00b204e9800998ecf8427e',
          versionId: '096fKKXTRTtl3on89fVO.nfljtsv6qko',
          sequencer: '0055AED6DCD90281E5',
        },
      },
    },
  ],
};

function changed(change: (record: (typeof notification.Records)[number]) => unknown): string {
  return JSON.stringify({ Records: notification.Records.map(change) });
}

describe('parseIngestMessage', () => {
  it('decodes the key of a new object: a plus is a space, an encoded plus is a plus', () => {
    expect(parseIngestMessage(JSON.stringify(notification))).toEqual({
      kind: 'uploaded-objects',
      objects: [
        {
          key: 'uploads/ghe.example.com/all users+1.csv',
          versionId: '096fKKXTRTtl3on89fVO.nfljtsv6qko',
          size: 1024,
          eTag: 'd41d8cd98f00b204e9800998ecf8427e',
          sequencer: '0055AED6DCD90281E5',
          eventTime: '2026-03-02T08:15:30.123Z',
        },
      ],
    });
  });

  it('takes what a bucket without versions does not tell as unknown', () => {
    const body = changed((record) => ({ ...record, s3: { object: { key: 'uploads/%C3%A4.json' } } }));
    expect(parseIngestMessage(body)).toMatchObject({
      objects: [{ key: 'uploads/ä.json', versionId: null, size: null, eTag: null, sequencer: null }],
    });
  });

  it('gives times milliseconds, so that their text order is their time order', () => {
    const body = changed((record) => ({ ...record, eventTime: '1970-01-01T00:00:00Z' }));
    expect(parseIngestMessage(body)).toMatchObject({ objects: [{ eventTime: '1970-01-01T00:00:00.000Z' }] });
  });

  it('sees no new object in a removal', () => {
    const body = changed((record) => ({ ...record, eventName: 'ObjectRemoved:Delete' }));
    expect(parseIngestMessage(body)).toEqual({ kind: 'uploaded-objects', objects: [] });
  });

  it('reads the acceptance of a held upload', () => {
    expect(parseIngestMessage('{"accepted_upload":"01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB"}')).toEqual({
      kind: 'accepted-upload',
      uploadId: '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB',
    });
  });

  it('knows the test event that S3 sends when a notification is set up', () => {
    const body =
      '{"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-03-02T08:00:00.000Z","Bucket":"usage"}';
    expect(parseIngestMessage(body)).toEqual({ kind: 'test-event' });
  });

  it.each([
    ['no JSON', 'uploads/users.csv'],
    ['another message', '{"hello":"world"}'],
    ['JSON that is no object', '[]'],
    ['an acceptance with an id that is none', '{"accepted_upload":"../../etc"}'],
    ['a key with a broken escape', changed((record) => ({ ...record, s3: { object: { key: '%E0%A4%A' } } }))],
    [
      'a time that no upload can carry',
      changed((record) => ({ ...record, eventTime: '0001-01-01T00:00:00Z' })),
    ],
    [
      'a record without its object',
      changed(({ eventName, eventTime }) => ({ eventName, eventTime, s3: {} })),
    ],
  ])('calls %s unreadable', (_, body) => {
    expect(parseIngestMessage(body)).toMatchObject({ kind: 'unreadable' });
  });
});
