import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type EventPattern, matchesPattern } from '../../../../cdk/local/events/event-pattern.ts';
import { EVENT_SOURCE, usageEventSchema } from '../../../../shared/contracts/events/usage-event.ts';

const document = readFileSync(fileURLToPath(new URL('../../../../docs/events.md', import.meta.url)), 'utf8');
const blocks = [...document.matchAll(/^```json\n(.*?)^```/gms)].map(([, json = '']) => JSON.parse(json));
const examples = blocks.filter(({ detail }) => 'schema_version' in detail);
const patterns: EventPattern[] = blocks.filter((block) => !examples.includes(block));

const types = usageEventSchema.options.map(({ shape }) => z.string().parse(shape['detail-type'].value));

test('there is a section, a row and an example for every type of event', () => {
  expect(examples.map((example) => example['detail-type'])).toEqual(types);
  expect([...document.matchAll(/^\| `(License .*?)` \|/gm)].map(([, type]) => type)).toEqual(types);
  for (const type of types) expect(document).toContain(`## ${type}\n`);
});

describe.each(examples)('the example of $detail-type', (example) => {
  test('is one', () => {
    expect(usageEventSchema.safeParse(example).error?.issues).toBeUndefined();
  });
});

test('each pattern matches one of the examples, and not another', () => {
  expect(patterns).not.toEqual([]);
  for (const pattern of patterns) {
    expect(pattern).toMatchObject({ source: [EVENT_SOURCE] });
    expect(examples.filter((example) => matchesPattern(example, pattern))).toHaveLength(1);
  }
});
