import { expect, test } from 'vitest';
import { EmailDomains } from '../../../shared/domain/email-domains.ts';

function addedTo(domains: EmailDomains, text: string): number {
  const bytes = Buffer.from(`a@${text}b@c`);
  return domains.add(bytes, 2, bytes.length - 3);
}

function textOf(domains: EmailDomains, number: number): string {
  const { bytes, start, end } = domains.span(number);
  return Buffer.from(bytes.subarray(start, end)).toString();
}

test('domains are numbered as they come, however often those of one length take turns', () => {
  const domains = new EmailDomains();
  const texts = ['x.io', 'y.io', 'x.io', 'example.com', 'y.io', 'x.io', 'example.com'];
  expect(texts.map((text) => addedTo(domains, text))).toEqual([0, 1, 0, 2, 1, 0, 2]);
  expect([0, 1, 2].map((number) => textOf(domains, number))).toEqual(['x.io', 'y.io', 'example.com']);
});

test('one is kept although the bytes that it came from change', () => {
  const domains = new EmailDomains();
  const bytes = Buffer.from('x.io');
  expect(domains.add(bytes, 0, 4)).toBe(0);
  bytes.write('y');
  expect([domains.add(bytes, 0, 4), addedTo(domains, 'x.io'), textOf(domains, 0)]).toEqual([1, 0, 'x.io']);
});

/** Where domains are remembered by their lengths, these two have one place. */
test('a longer one is not taken for a shorter one', () => {
  const domains = new EmailDomains();
  const short = 'x.io';
  expect([short, short.padEnd(68, 'o'), short].map((text) => addedTo(domains, text))).toEqual([0, 1, 0]);
});
