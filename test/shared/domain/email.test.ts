import { describe, expect, test } from 'vitest';
import { normalizeEmail } from '../../../shared/domain/email.ts';
import { normalizeHostName } from '../../../shared/domain/host-name.ts';

describe('an email address', () => {
  test.each([
    ['is trimmed', '  mona@example.com\t', 'mona@example.com'],
    ['is compared without case', 'Mona@Example.COM', 'mona@example.com'],
    ['be it a single letter', 'Z@1.ZZ', 'z@1.zz'],
    ['is compared in Unicode NFC', 'zoe\u0308@example.com', 'zo\u00eb@example.com'],
    ['keeps its plus-address', 'mona+github@example.com', 'mona+github@example.com'],
    ['keeps its dots', 'm.o.na@example.com', 'm.o.na@example.com'],
    ['has no space within', 'mona lisa@example.com', null],
    ['has no control character', 'mona\u0000@example.com', null],
    ['be it the last one of ASCII', 'mona\u007f@example.com', null],
    ['has up to 254 characters', `${'m'.repeat(249)}@x.io`, `${'m'.repeat(249)}@x.io`],
    ['of any script', `${'ü'.repeat(249)}@x.io`, `${'ü'.repeat(249)}@x.io`],
    ['has no more', `${'m'.repeat(250)}@x.io`, null],
    ['of any script either', `${'ü'.repeat(250)}@x.io`, null],
    ['is not empty', '', null],
  ])('%s', (_, raw, normalized) => {
    expect(normalizeEmail(raw)).toBe(normalized);
  });

  test.each(['mona', 'zo\u00eb'])('has one @, and text before and behind it: %s', (name) => {
    expect(normalizeEmail(`${name}@example.com`)).not.toBeNull();
    const others = [
      name,
      `${name}@`,
      `@${name}`,
      ` @${name}`,
      `@${name}@example.com`,
      `${name}@work@example.com`,
    ];
    for (const other of others) expect(normalizeEmail(other)).toBeNull();
  });

  test('stays the same when normalized again', () => {
    const once = normalizeEmail(' Zoe\u0308@Example.com ');
    expect(normalizeEmail(once ?? '')).toBe(once);
  });
});

describe('a host name', () => {
  test.each([
    ['in lower case', 'GHES.Example.com', 'ghes.example.com'],
    ['without scheme, port and path', 'https://ghes.example.com:8443/stafftools?x=1', 'ghes.example.com'],
    ['without a port alone', 'ghes:443', 'ghes'],
    ['without a query or a fragment', ' http://ghes.example.com#top?', 'ghes.example.com'],
    ['as it is, be it one letter', 'g', 'g'],
    ["with the underscores of GitHub's example", 'example_host_name_2', 'example_host_name_2'],
    ['of at most 254 characters', 'g'.repeat(254), 'g'.repeat(254)],
    ['not of more', 'g'.repeat(255), null],
    ['not with a hyphen in front', '-ghes', null],
    ['not with a dot behind', 'ghes.', null],
    ['not with a port that is no number', 'ghes:443x', null],
    ['not with a scheme within', 'ghes-http://example.com', null],
    ['not with a slash in front', '/etc/passwd', null],
    ['not with dots alone', '..', null],
    ['not with spaces', 'ghes example', null],
    ['not empty', '', null],
  ])('%s', (_, raw, normalized) => {
    expect(normalizeHostName(raw)).toBe(normalized);
  });
});
