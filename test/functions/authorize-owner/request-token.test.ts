import { describe, expect, it } from 'vitest';
import { requestToken } from '../../../functions/authorize-owner/request-token.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('the token of a request', () => {
  it.each([
    { authorization: 'Bearer ghp_abc', token: 'ghp_abc' },
    { authorization: 'token ghp_abc', token: 'ghp_abc' },
    { authorization: 'BEARER  ghp_abc ', token: 'ghp_abc' },
    { authorization: 'Bearer eyJ0.eyJp-c3M_.c2ln==', token: 'eyJ0.eyJp-c3M_.c2ln==' },
    { authorization: `Basic ${base64('mona:ghp_abc')}`, token: 'ghp_abc' },
    { authorization: `basic ${base64(':ghp_abc')}`, token: 'ghp_abc' },
    { authorization: `Bearer ${'a'.repeat(1024)}`, token: 'a'.repeat(1024) },
  ])('is taken from $authorization', ({ authorization, token }) => {
    expect(requestToken(authorization)).toBe(token);
  });

  it.each([
    { what: 'no header', authorization: undefined },
    { what: 'an empty header', authorization: '' },
    { what: 'a scheme alone', authorization: 'Bearer ' },
    { what: 'a token alone', authorization: 'ghp_abc' },
    { what: 'another scheme', authorization: 'Digest ghp_abc' },
    { what: 'a signature of AWS', authorization: 'AWS4-HMAC-SHA256 Credential=a/b, Signature=c' },
    { what: 'two headers in one', authorization: 'Bearer ghp_abc,Bearer ghp_def' },
    { what: 'more than a token', authorization: 'Bearer ghp_abc ghp_def' },
    { what: 'a header with something in front', authorization: 'x Bearer ghp_abc' },
    { what: 'a line break', authorization: 'Bearer ghp\nabc' },
    { what: 'letters no header may have', authorization: 'Bearer ghp_äbc' },
    { what: 'a token of absurd length', authorization: `Bearer ${'a'.repeat(1025)}` },
    { what: 'Basic with an absurd password', authorization: `Basic ${base64(`mona:${'a'.repeat(1025)}`)}` },
    { what: 'Basic without a password', authorization: `Basic ${base64('mona')}` },
    { what: 'Basic with an empty password', authorization: `Basic ${base64('mona:')}` },
    { what: 'Basic with a password no token can be', authorization: `Basic ${base64('mona:pass word')}` },
    { what: 'Basic that is no Base64', authorization: 'Basic !!!' },
  ])('is not in $what', ({ authorization }) => {
    expect(requestToken(authorization)).toBeNull();
  });
});
