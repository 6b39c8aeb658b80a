import { expect, it } from 'vitest';
import * as z from 'zod';
import { createLogger } from '../../../shared/runtime/logger.ts';
import { captureOutput } from '../../support/captured-output.ts';

const SECRETS = ['mona@example.com', 'monalisa', '192.0.2.7', '2001:db8::7'] as const;

function loggedError(error: Error): unknown {
  const output = captureOutput();
  createLogger('read-usage').error('failed', { error });
  expect(output.lines()).toHaveLength(1);
  return output.lines()[0]?.error;
}

it('writes one JSON line with the function as its service', () => {
  const output = captureOutput();
  createLogger('read-usage').info('people read', { people: 3 });
  expect(output.lines()).toEqual([
    expect.objectContaining({ level: 'INFO', message: 'people read', service: 'read-usage', people: 3 }),
  ]);
});

it('tells the name, message, place and causes of an error', () => {
  expect(loggedError(new TypeError('outer', { cause: new RangeError('inner') }))).toEqual({
    name: 'TypeError',
    message: 'outer',
    frames: expect.arrayContaining([expect.stringContaining('logger.test.ts')]),
    cause: { name: 'RangeError', message: 'inner', frames: expect.any(Array) },
  });
});

it.each([
  ['an attached item', Object.assign(new Error('the condition failed'), { Item: { email: SECRETS[0] } })],
  ['an attached record', Object.assign(new Error('bad row'), { record: SECRETS })],
  ['an address in the message', new Error(`no account of ${SECRETS[0]} here`)],
  ['an IP in the message', new Error(`refused by ${SECRETS[2]}:443`)],
  ['an IPv6 in the message', new Error(`refused by ${SECRETS[3]}`)],
  ['what JSON.parse quotes', jsonError(`{"login":monalisa}`)],
  ['what a parser quotes', new Error('a quote is found on field 1, value is "monalisa"')],
  ['what a schema saw', z.strictObject({ login: z.number() }).safeParse({ login: 'monalisa' }).error],
  ['a cause', new Error('outer', { cause: new Error(`no ${SECRETS[0]}`) })],
])('keeps out of the log: %s', (_name, error) => {
  const text = JSON.stringify(loggedError(error ?? new Error('never')));
  for (const secret of SECRETS) expect(text).not.toContain(secret);
});

it('keeps the times and places of a message', () => {
  expect(loggedError(new Error('observed at 2026-03-01T10:20:30.000Z, see a.ts:10:20'))).toMatchObject({
    message: 'observed at 2026-03-01T10:20:30.000Z, see a.ts:10:20',
  });
});

it('tells where a schema did not fit', () => {
  const error = z.object({ users: z.array(z.string()) }).safeParse({ users: [1] }).error;
  expect(loggedError(error ?? new Error('never'))).toMatchObject({ message: 'users.0: invalid_type' });
});

it('ends on causes that form a ring', () => {
  const ring = new Error('ring');
  ring.cause = ring;
  expect(loggedError(ring)).toMatchObject({ cause: { message: 'ring' } });
});

function jsonError(text: string): Error {
  try {
    JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return error;
  }
  throw new Error('that was JSON');
}
