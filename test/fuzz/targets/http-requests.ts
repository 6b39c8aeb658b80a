import type * as z from 'zod';
import { changesQuerySchema } from '../../../shared/contracts/http/changes.ts';
import { consumedLicensesQuerySchema } from '../../../shared/contracts/http/consumed-licenses.ts';
import { readCookie } from '../../../shared/contracts/http/cookies.ts';
import {
  csvDownloadQuerySchema,
  findingsDownloadQuerySchema,
  jsonDownloadQuerySchema,
} from '../../../shared/contracts/http/downloads.ts';
import {
  findingChangeSchema,
  findingsQuerySchema,
  parseFindingId,
} from '../../../shared/contracts/http/findings.ts';
import { newUploadRequestSchema } from '../../../shared/contracts/http/new-upload.ts';
import { ownerRequestSchema } from '../../../shared/contracts/http/owner-request.ts';
import { MAX_PER_PAGE, pageQuerySchema } from '../../../shared/contracts/http/paging.ts';
import { parsePersonId, peopleQuerySchema } from '../../../shared/contracts/http/people.ts';
import { recomputeRequestSchema } from '../../../shared/contracts/http/recompute.ts';
import { serverInstanceChangeSchema } from '../../../shared/contracts/http/server-instances.ts';
import { newSessionSchema } from '../../../shared/contracts/http/session.ts';
import { signInAnswerSchema, signInQuerySchema } from '../../../shared/contracts/http/sign-in.ts';
import { syncNowRequestSchema } from '../../../shared/contracts/http/sync-now.ts';
import { parseSyncRunId } from '../../../shared/contracts/http/sync-runs.ts';
import { parseUploadId, uploadsQuerySchema } from '../../../shared/contracts/http/uploads.ts';
import { usageHistoryQuerySchema } from '../../../shared/contracts/http/usage-history.ts';
import { httpEventSchema } from '../../../shared/runtime/http/event.ts';
import { HttpError } from '../../../shared/runtime/http/http-error.ts';
import { httpRequestOf, parseBody, parseQuery } from '../../../shared/runtime/http/request.ts';
import { expectThat, type FuzzTarget, jsonTarget } from '../fuzz-target.ts';

const NOW = new Date('2026-03-05T12:00:00.000Z');

const QUERIES: readonly (readonly [string, string, z.ZodType])[] = [
  ['people', 'q=mo&consumes=true&deployment=cloud_only&source=cloud&page=1&per_page=30', peopleQuerySchema],
  ['people', 'email=mona%40example.com&several_instances=true', peopleQuerySchema],
  ['uploads', 'page=2&per_page=10', uploadsQuerySchema],
  ['changes', 'from=2026-03-01&to=2026-03-02', changesQuerySchema],
  ['changes', 'merge_id=01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB', changesQuerySchema],
  ['findings', 'kind=ambiguous&source=server:ghes.example.com&page=1', findingsQuerySchema],
  ['consumed-licenses', 'page=3&per_page=100', consumedLicensesQuerySchema],
  ['usage-history', 'from=2026-01-01&to=2026-02-01', usageHistoryQuerySchema(NOW)],
  ['json-download', 'report_id=x', jsonDownloadQuerySchema],
  ['csv-download', 'byte_order_mark=true', csvDownloadQuerySchema],
  ['findings-download', 'kind=ambiguous', findingsDownloadQuerySchema],
  ['sign-in', 'return_to=/%23/people', signInQuerySchema],
  ['sign-in-answer', 'code=abc&state=def', signInAnswerSchema],
];

const BODIES: readonly (readonly [string, object, z.ZodType])[] = [
  [
    'sync-now',
    { sources: ['cloud', 'server:ghes.example.com'], accept_removals: true },
    syncNowRequestSchema,
  ],
  ['new-upload', { file_name: 'all_users.csv', host_name: 'ghes.example.com' }, newUploadRequestSchema],
  ['server-instance', { automatic_sync: 'disabled' }, serverInstanceChangeSchema],
  ['finding', { dismissed: true, reason: 'on leave' }, findingChangeSchema],
  ['session', { token: `ghp_${'a'.repeat(36)}` }, newSessionSchema],
  ['recompute', { date: '2026-03-01' }, recomputeRequestSchema(NOW)],
];

/** Whatever comes through the API: query, body, path, cookies and what the authorizer is asked. */
export const HTTP_REQUESTS: readonly FuzzTarget[] = [
  ...QUERIES.map(([name, query, schema], index) =>
    request(`query-${index}-${name}`, Buffer.from(query), (input) =>
      parseQuery(requestOf(input.toString('utf8'), null), name, schema),
    ),
  ),
  request('paging', Buffer.from('page=2&per_page=30'), (input) => {
    const { page, perPage } = parseQuery(requestOf(input.toString('utf8'), null), 'page', pageQuerySchema);
    expectThat(page >= 1 && perPage >= 1 && perPage <= MAX_PER_PAGE, 'a page is within its limits');
    expectThat(Number.isSafeInteger(page * perPage), 'a page can be counted to');
  }),
  ...BODIES.map(([name, body, schema]) =>
    request(`body-${name}`, Buffer.from(JSON.stringify(body)), (input) =>
      parseBody(requestOf('', input), name, schema),
    ),
  ),
  jsonTarget('http/event', [eventOf('page=1', Buffer.from('{}'))], (json) => {
    const event = httpEventSchema.safeParse(json);
    if (!event.success) return 'refused';
    // API Gateway finds the API by its host, so that no other one comes here.
    const headers = { ...event.data.headers, host: 'api.example.com' };
    const { url, urlOf } = httpRequestOf({ ...event.data, headers }, NOW);
    expectThat(url.host === 'api.example.com', 'the path does not change the host');
    expectThat(urlOf('/people').startsWith(url.origin), 'links stay within the API');
    return 'read';
  }),
  jsonTarget(
    'http/authorizer',
    [
      {
        version: '2.0',
        type: 'REQUEST',
        headers: { authorization: 'Bearer x', 'x-csrf-token': 'y' },
        cookies: ['__Host-session=abc', 'session=def'],
        requestContext: { http: { method: 'GET' } },
      },
    ],
    (json) => {
      const parsed = ownerRequestSchema.safeParse(json);
      if (!parsed.success) return 'refused';
      const { cookies, headers } = parsed.data;
      return readCookie(cookies, 'session', headers['x-forwarded-proto']) === null ? 'no session' : 'session';
    },
  ),
  identifier('person-id', '0123456789abcdef0123456789abcdef', parsePersonId),
  identifier('upload-id', '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB', parseUploadId),
  identifier('sync-run-id', '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB', parseSyncRunId),
  identifier('finding-id', '0123456789abcdef0123456789abcdef', parseFindingId),
];

/** Answers 400, 413 or 422 to what it does not take. */
function request(name: string, seed: Buffer, parse: (input: Buffer) => unknown): FuzzTarget {
  return {
    name: `http/${name}`,
    seeds: [seed],
    run: (input) => {
      try {
        parse(input);
        return 'read';
      } catch (error) {
        if (!(error instanceof HttpError)) throw error;
        expectThat([400, 413, 422].includes(error.status), `${error.status} is no answer to a bad request`);
        return String(error.status);
      }
    },
  };
}

function identifier(name: string, seed: string, parse: (text: string) => string | null): FuzzTarget {
  return {
    name: `http/${name}`,
    seeds: [Buffer.from(seed)],
    run: (input) => {
      const id = parse(input.toString('utf8'));
      expectThat(id === null || /^[\da-zA-Z]+$/.test(id), 'an id is safe in a key');
      return id === null ? 'refused' : 'read';
    },
  };
}

function requestOf(query: string, body: Buffer | null) {
  return httpRequestOf(httpEventSchema.parse(eventOf(query, body)), NOW);
}

function eventOf(query: string, body: Buffer | null) {
  return {
    version: '2.0',
    routeKey: 'GET /people/{id}',
    rawPath: '/people/1',
    rawQueryString: query,
    headers: { host: 'api.example.com', 'x-forwarded-proto': 'https' },
    cookies: ['__Host-session=abc'],
    pathParameters: { id: '1' },
    requestContext: { requestId: 'r', authorizer: { lambda: {} } },
    ...(body !== null && { body: body.toString('base64') }),
    isBase64Encoded: true,
  };
}
