import { expect, test } from 'vitest';
import { EmailDomains, NO_DOMAIN } from '../../../shared/domain/email-domains.ts';

function addedTo(domains: EmailDomains, text: string): number {
  const bytes = Buffer.from(`a@${text}b@c`);
  return domains.addAscii(bytes, 2, bytes.length - 3);
}

function textOf(domains: EmailDomains, number: number): string {
  const { bytes, start, end } = domains.span(number);
  return Buffer.from(bytes.subarray(start, end)).toString();
}

test('domains are numbered as they come, whatever their case, and however often those of one length take turns', () => {
  const domains = new EmailDomains();
  const texts = ['x.io', 'y.io', 'X.IO', 'example.com', 'Y.io', 'x.io', 'EXAMPLE.com'];
  expect(texts.map((text) => addedTo(domains, text))).toEqual([0, 1, 0, 2, 1, 0, 2]);
  expect([0, 1, 2].map((number) => textOf(domains, number))).toEqual(['x.io', 'y.io', 'example.com']);
});

test('one that is normalized has the same number', () => {
  const domains = new EmailDomains();
  expect(addedTo(domains, 'X.io')).toBe(0);
  expect(domains.add(Buffer.from('x.io'), 0, 4)).toBe(0);
  expect(domains.add(Buffer.from('é.io'), 0, 5)).toBe(1);
  expect(addedTo(domains, 'x.io')).toBe(0);
});

test.each(['x io', 'x\u007fio', 'x@io', 'é.io', ' x.io', 'x.io\t'])('"%s" is left to others', (text) => {
  const domains = new EmailDomains();
  expect(addedTo(domains, 'x.io')).toBe(0);
  expect(addedTo(domains, text)).toBe(NO_DOMAIN);
  expect(addedTo(domains, 'x.io')).toBe(0);
});

/** Where domains are remembered by their lengths, these two have one place. */
test('a longer one is not taken for a shorter one', () => {
  const domains = new EmailDomains();
  const short = 'x.io';
  expect([short, short.padEnd(68, 'o'), short].map((text) => addedTo(domains, text))).toEqual([0, 1, 0]);
});
