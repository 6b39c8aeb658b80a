import { expect, it } from 'vitest';
import * as z from 'zod';
import { ConfigError, readConfig } from '../../../shared/runtime/config.ts';

const schema = z.object({
  BUCKET_NAME: z.string().min(1),
  TABLE_NAME: z.string().min(1),
  QUEUE_URL: z.url(),
  MAX_BYTES: z.coerce.number().int().default(10),
});

const GOOD = { BUCKET_NAME: 'usage', TABLE_NAME: 'ledger', QUEUE_URL: 'https://queue.example.com/1' };

it('gives the typed configuration, with defaults, and ignores other variables', () => {
  expect(readConfig(schema, { ...GOOD, PATH: '/bin' })).toEqual({ ...GOOD, MAX_BYTES: 10 });
});

it('names every bad variable at once', () => {
  expect(() => readConfig(schema, { QUEUE_URL: 'no url', BUCKET_NAME: '' })).toThrow(
    new ConfigError(
      'bad environment variables: BUCKET_NAME (too_small), TABLE_NAME (missing), QUEUE_URL (invalid_format); ' +
        "set them in the function's construct",
    ),
  );
});

it('never tells a value', () => {
  const secret = 'hunter2-not-a-url';
  expect(() => readConfig(schema, { ...GOOD, QUEUE_URL: secret, MAX_BYTES: secret })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining(secret) }),
  );
});

it('reads the environment of the process unless given another', () => {
  expect(readConfig(z.object({ AWS_REGION: z.string() }))).toEqual({ AWS_REGION: process.env.AWS_REGION });
});
