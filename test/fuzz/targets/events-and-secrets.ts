import { rootCertificates } from 'node:tls';
import { uploadIdOf } from '../../../functions/ingest-upload/upload-id.ts';
import { parseDownloadEvent } from '../../../shared/contracts/download-event.ts';
import { ConnectionsError, parseConnections } from '../../../shared/contracts/github-connections.ts';
import { parseIngestMessage } from '../../../shared/contracts/ingest-message.ts';
import { OAuthAppError, parseOAuthApp } from '../../../shared/contracts/oauth-app.ts';
import { parseSyncEvent } from '../../../shared/contracts/sync-event.ts';
import { parseUploadKey, UPLOAD_PREFIX, uploadKeyOf } from '../../../shared/contracts/upload-key.ts';
import { expectThat, type FuzzTarget, jsonTarget } from '../fuzz-target.ts';

const AT = '2026-03-01T00:00:00.000Z';
const ID = '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB';
const TOKEN = 'ghp_5ecretT0ken';

const S3_EVENT = {
  Records: [
    {
      eventName: 'ObjectCreated:Put',
      eventTime: AT,
      s3: {
        object: {
          key: 'uploads/ghes.example.com/all+users%20.csv',
          size: 5,
          eTag: 'e',
          sequencer: '01',
          versionId: 'v',
        },
      },
    },
  ],
};

/** What brings the functions their work, and what operators write. */
export const EVENTS_AND_SECRETS: readonly FuzzTarget[] = [
  {
    name: 'events/ingest-message',
    seeds: [S3_EVENT, { accepted_upload: ID }, { Event: 's3:TestEvent' }].map((seed) =>
      Buffer.from(JSON.stringify(seed)),
    ),
    run: (input) => {
      const message = parseIngestMessage(input.toString('utf8'));
      if (message.kind === 'uploaded-objects') {
        const ids = message.objects.map(uploadIdOf);
        expectThat(
          ids.every((id) => /^[0-7][\dA-Z]{25}$/.test(id)),
          'every object makes an upload',
        );
      }
      return message.kind;
    },
  },
  jsonTarget(
    'events/sync',
    [
      { run_id: ID },
      { source: 'aws.events', 'detail-type': 'Scheduled Event', id: 'an-id', time: '2026-03-01T00:00:00Z' },
    ],
    (event) => {
      const request = parseSyncEvent(event);
      if (request === null) return 'refused';
      expectThat(/^[\dA-Za-z]{26}$/.test(request.runId), 'a run has an id');
      expectThat(!Number.isNaN(Date.parse(request.requestedAt)), 'a run was asked for at an instant');
      return request.trigger;
    },
  ),
  jsonTarget(
    'events/download',
    [
      { report_id: 'x', file: { content: 'licenses', format: 'json' } },
      { report_id: 'x', file: { content: 'findings', format: 'csv', byte_order_mark: true } },
    ],
    (event) => readUnless(isZodError, () => parseDownloadEvent(event)),
  ),
  {
    name: 'events/upload-key',
    seeds: [
      `${UPLOAD_PREFIX}ghes.example.com/${ID}/all_users.csv`,
      `${UPLOAD_PREFIX}${ID}/a.json`,
      `${UPLOAD_PREFIX}a`,
    ].map((key) => Buffer.from(key)),
    run: (input) => {
      const key = input.toString('utf8');
      if (!key.startsWith(UPLOAD_PREFIX)) return 'not of uploads';
      const { uploadId, hostName, fileName } = parseUploadKey(key);
      if (uploadId === null) return 'without an id';
      const again = parseUploadKey(uploadKeyOf({ uploadId, hostName, fileName }));
      expectThat(again.uploadId === uploadId && again.hostName === hostName, 'a key is read as it was made');
      return 'with an id';
    },
  },
  secret('connections', parseConnections, ConnectionsError, {
    cloud: { token: TOKEN },
    server_instances: [
      {
        host_name: 'ghes.example.com',
        username: 'admin',
        token: TOKEN,
        base_url: 'https://ghes.example.com:8443',
      },
      {
        host_name: 'ghes-b.example.com',
        username: 'admin',
        token: TOKEN,
        ca_certificate: rootCertificates[0],
      },
    ],
  }),
  secret('oauth-app', parseOAuthApp, OAuthAppError, { client_id: 'Iv1.abc', client_secret: TOKEN }),
];

function secret(
  name: string,
  parse: (text: string) => unknown,
  refusal: new (message: string) => Error,
  seed: object,
): FuzzTarget {
  return {
    name: `secrets/${name}`,
    seeds: [Buffer.from(JSON.stringify(seed)), Buffer.from('{}')],
    run: (input) =>
      readUnless(
        (error) => {
          if (!(error instanceof refusal)) return false;
          expectThat(!`${error.message} ${error.stack}`.includes(TOKEN), 'an error tells no token');
          return true;
        },
        () => parse(input.toString('utf8')),
      ),
  };
}

function readUnless(isRefusal: (error: unknown) => boolean, parse: () => unknown): string {
  try {
    parse();
    return 'read';
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return 'refused';
  }
}

function isZodError(error: unknown): boolean {
  return error instanceof Error && error.name === 'ZodError';
}
