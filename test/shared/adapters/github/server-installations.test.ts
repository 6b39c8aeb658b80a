import { describe, expect, test } from 'vitest';
import { connectionOf, data, failureOf, graphql, scenario } from './scripted-github.ts';

type Upload = readonly [syncState: 'SUCCESS' | 'FAILURE' | 'PENDING', createdAt: string];

interface Told {
  readonly id: string;
  readonly hostName: string;
  /** Newest first. */
  readonly uploads?: readonly Upload[];
}

const uploadsOf = ({ uploads = [] }: Told, after?: string | null) =>
  connectionOf(
    uploads.map(([syncState, createdAt]) => ({ syncState, createdAt })),
    after,
  );

/** Pages of two. */
function script(installations: readonly Told[]) {
  return graphql({
    enterpriseServerInstallations: ({ after }) => {
      const page = connectionOf(installations, after);
      const nodes = page.nodes.map((told) => ({
        id: told.id,
        hostName: told.hostName,
        userAccountsUploads: uploadsOf(told),
      }));
      return data({ enterprise: { ownerInfo: { enterpriseServerInstallations: { ...page, nodes } } } });
    },
    userAccountsUploads: ({ id, after }) => {
      const told = installations.find((candidate) => candidate.id === id);
      return data({ node: told === undefined ? null : { userAccountsUploads: uploadsOf(told, after) } });
    },
  });
}

async function list(...installations: readonly Told[]) {
  const { enterprise, call, counted } = await scenario(script(installations));
  return { installations: await enterprise.serverInstallations(call), counted };
}

const day = (date: number) => `2026-01-0${date}T10:00:00Z`;
const instant = (date: number) => `2026-01-0${date}T10:00:00.000Z`;

test('all pages, by host name', async () => {
  const { installations, counted } = await list(
    { id: 'c', hostName: 'c.example.com' },
    { id: 'b', hostName: 'https://B.example.com/', uploads: [['SUCCESS', day(1)]] },
    { id: 'a', hostName: 'a.example.com', uploads: [['SUCCESS', '2026-01-02T11:00:00+01:00']] },
  );
  expect(installations).toEqual([
    { id: 'a', hostName: 'a.example.com', uploadedAt: instant(2) },
    { id: 'b', hostName: 'b.example.com', uploadedAt: instant(1) },
    { id: 'c', hostName: 'c.example.com', uploadedAt: null },
  ]);
  expect(counted()).toBe(2);
});

describe('the last upload is the newest that succeeded', () => {
  test.each<[string, Upload[], string | null, number]>([
    [
      'the first one',
      [
        ['SUCCESS', day(2)],
        ['SUCCESS', day(1)],
      ],
      instant(2),
      1,
    ],
    [
      'before one under way',
      [
        ['PENDING', day(2)],
        ['SUCCESS', day(1)],
      ],
      instant(1),
      1,
    ],
    [
      'on a further page',
      [
        ['FAILURE', day(4)],
        ['FAILURE', day(3)],
        ['PENDING', day(2)],
        ['SUCCESS', day(1)],
      ],
      instant(1),
      2,
    ],
    [
      'none',
      [
        ['FAILURE', day(3)],
        ['FAILURE', day(2)],
        ['FAILURE', day(1)],
      ],
      null,
      2,
    ],
    ['never any', [], null, 1],
  ])('%s', async (_, uploads, uploadedAt, requests) => {
    const { installations, counted } = await list({ id: 'a', hostName: 'a.example.com', uploads });
    expect(installations.map((installation) => installation.uploadedAt)).toEqual([uploadedAt]);
    expect(counted()).toBe(requests);
  });
});

test('of two installations with one host name, the one that uploads', async () => {
  const old: Told = { id: 'old', hostName: 'a.example.com', uploads: [['SUCCESS', day(1)]] };
  const anew: Told = { id: 'new', hostName: 'A.example.com', uploads: [['SUCCESS', day(2)]] };
  const idle: Told = { id: 'idle', hostName: 'a.example.com' };
  for (const told of [
    [old, anew, idle],
    [idle, anew, old],
    [anew, idle, old],
  ]) {
    expect((await list(...told)).installations.map(({ id }) => id)).toEqual(['new']);
  }
});

test('an installation without a usable host name is left out', async () => {
  expect((await list({ id: 'a', hostName: ' ' })).installations).toEqual([]);
});

test.each<[string, string, unknown]>([
  ['no enterprise', 'not-found', { enterprise: null }],
  ['no owner', 'forbidden', { enterprise: { ownerInfo: null } }],
  ['no list', 'unreadable-answer', { enterprise: { ownerInfo: {} } }],
  ['no data', 'unreadable-answer', null],
  [
    'an empty page in the middle',
    'incomplete-answer',
    listOf({ pageInfo: { hasNextPage: true, endCursor: 'x' } }),
  ],
  ['fewer than were counted', 'incomplete-answer', listOf({ totalCount: 1 })],
  [
    'a date that is none',
    'unreadable-answer',
    listOf({
      totalCount: 1,
      nodes: [
        {
          id: 'a',
          hostName: 'a',
          userAccountsUploads: connectionOf([{ syncState: 'SUCCESS', createdAt: 'yesterday' }], null),
        },
      ],
    }),
  ],
])('%s: %s', async (_, failure, answer) => {
  const { enterprise, call } = await scenario(() => data(answer));
  expect(await failureOf(enterprise.serverInstallations(call))).toMatchObject({ name: 'PullError', failure });
});

function listOf(page: object) {
  return {
    enterprise: { ownerInfo: { enterpriseServerInstallations: { ...connectionOf([], null), ...page } } },
  };
}
