import { describe, expect, test } from 'vitest';
import { githubApiUrl } from '../../../../shared/contracts/github/api-url.ts';
import { githubApiVersion } from '../../../../shared/contracts/github/api-version.ts';

describe('the URL of the API', () => {
  test.each([
    ['https://api.github.com', 'https://api.github.com'],
    ['https://api.github.com/', 'https://api.github.com'],
    [' HTTPS://API.Acme.ghe.com ', 'https://api.acme.ghe.com'],
    ['https://api.github.com:443', 'https://api.github.com'],
    ['https://github.example.com:8443', 'https://github.example.com:8443'],
    ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
  ])('%j is %s', (value, expected) => {
    expect(githubApiUrl.parse(value)).toBe(expected);
  });

  test.each([
    '',
    'api.github.com',
    'http://api.github.com',
    'http://localhost:3000',
    'http://127.0.0.1.example.com',
    'ftp://127.0.0.1',
    'https://ghe.example.com/api/v3',
    'https://api.github.com/graphql',
    'https://api.github.com/?a=b',
    'https://api.github.com/#a',
    'https://mona:secret@api.github.com',
    7,
    null,
  ])('%j is refused, and not told again', (value) => {
    const { error } = githubApiUrl.safeParse(value);
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'the URL of the GitHub API, as https://api.github.com or https://api.SUBDOMAIN.ghe.com',
    ]);
  });
});

test('both versions of the API are known, and no other', () => {
  expect(githubApiVersion.options).toEqual(['2022-11-28', '2026-03-10']);
  expect(githubApiVersion.safeParse('2021-01-01').success).toBe(false);
});
