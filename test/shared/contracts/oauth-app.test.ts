import { expect, it } from 'vitest';
import { parseOAuthApp } from '../../../shared/contracts/oauth-app.ts';

it('is none at first', () => {
  expect(parseOAuthApp('{}')).toBeNull();
});

it('is what GitHub shows of it', () => {
  expect(parseOAuthApp('{"client_id":"Ov23li","client_secret":"abc"}')).toEqual({
    clientId: 'Ov23li',
    clientSecret: 'abc',
  });
});

it.each([
  ['no JSON', 's3cret'],
  ['no object', '"s3cret"'],
  ['half of it', '{"client_secret":"s3cret"}'],
  ['white space', '{"client_id":"a","client_secret":"s3cret\\n"}'],
  ['nothing', '{"client_id":"","client_secret":"s3cret"}'],
  ['more', '{"client_id":"a","client_secret":"s3cret","s3cret":1}'],
])('with %s has to be mended, and tells no value', (_what, text) => {
  const parse = () => parseOAuthApp(text);
  expect(parse).toThrow(/OAuth app secret .*store an object/);
  expect(parse).not.toThrow(/s3cret/);
});
