import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** What is made here and not kept, as .gitignore says, and pictures. */
const NOT_KEPT = /(^|\/)(\.git|node_modules|cdk\.out|dist|\.local|\.test-results|coverage)(\/|$)|\.(png|gz)$/;

/** Secrets by the form that whoever gives them out has published. */
const SECRETS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['token of GitHub', /\bgh[pousr]_[A-Za-z0-9]{36,}/],
  ['fine-grained token of GitHub', /\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/],
  ['access key of AWS', /\b(AKIA|ASIA)[A-Z2-7]{16}\b/],
  ['token of npm', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['token of Slack', /\bxox[abprs]-[A-Za-z0-9-]{10,}/],
  ['private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=\s]{100,}/],
  // Shorter ones are made up: examples of what is refused.
  ['password in an address', /\b[a-z]+:\/\/[^\s/:@'"`$]+:[^\s/:@'"`$]{8,}@[a-z0-9-]+\.[a-z]/],
  ['signed request', /X-Amz-Signature=[0-9a-f]{64}/],
];

function findSecrets(text: string): string[] {
  return SECRETS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
}

test('no file holds a secret', () => {
  const files = globSync('**/*', { cwd: ROOT, exclude: (path) => NOT_KEPT.test(path) })
    .concat(
      globSync('.*', { cwd: ROOT }),
      globSync('.*/**/*', { cwd: ROOT, exclude: (path) => NOT_KEPT.test(path) }),
    )
    .filter((path) => !NOT_KEPT.test(path) && statSync(join(ROOT, path)).isFile());
  expect(files).toContain('package.json');
  const found = files
    .map((path) => ({ path, secrets: findSecrets(readFileSync(join(ROOT, path), 'utf8')) }))
    .filter(({ secrets }) => secrets.length > 0);
  expect(found).toEqual([]);
});

// Put together here, so that this file holds none itself.
test.each([
  ['token of GitHub', `token: 'ghp_${'a1B2'.repeat(9)}'`],
  ['fine-grained token of GitHub', `github_pat_${'A'.repeat(22)}_${'b'.repeat(59)}`],
  ['access key of AWS', `AKIA${'ABCD'.repeat(4)}`],
  ['token of npm', `//registry.npmjs.org/:_authToken=npm_${'a'.repeat(36)}`],
  ['token of Slack', `xoxb-${'1234567890'}`],
  ['private key', `-----BEGIN PRIVATE KEY-----\n${'MIIE'.repeat(30)}\n-----END PRIVATE KEY-----`],
  ['password in an address', `https://user:password${'@'}ghe.acme.corp`],
  ['signed request', `X-Amz-Signature=${'0'.repeat(64)}`],
])('%s: noticed', (kind, text) => {
  expect(findSecrets(text)).toEqual([kind]);
});
