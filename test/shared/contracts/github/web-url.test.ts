import { expect, it } from 'vitest';
import { githubWebUrl } from '../../../../shared/contracts/github/web-url.ts';

it.each([
  ['https://api.github.com', 'https://github.com'],
  ['https://api.octocorp.ghe.com', 'https://octocorp.ghe.com'],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
  ['https://api.example.com', 'https://api.example.com'],
])('of the API %s is %s', (apiUrl, webUrl) => {
  expect(githubWebUrl(apiUrl)).toBe(webUrl);
});
