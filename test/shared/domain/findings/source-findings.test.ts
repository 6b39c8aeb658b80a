import { describe, expect, test } from 'vitest';
import { type SourceFacts, sourceFindings } from '../../../../shared/domain/findings/source-findings.ts';

const NOW = Date.parse('2026-03-09T00:00:00.000Z');
const hold = { accountsBefore: 100, accountsRemoved: 60 };

function source(facts: Partial<SourceFacts>): SourceFacts {
  return {
    source: 'server:ghes-a',
    observedAt: '2026-03-05T00:00:00.000Z',
    encryptedAt: null,
    held: null,
    ...facts,
  };
}

describe('findings about a source', () => {
  test.each([
    { name: 'usage of this week', facts: {}, kinds: [] },
    { name: 'usage of eight days ago', facts: { observedAt: '2026-03-01T00:00:00.000Z' }, kinds: [] },
    { name: 'older usage', facts: { observedAt: '2026-02-28T23:59:59.999Z' }, kinds: ['usage-stale'] },
    { name: 'no usage at all', facts: { observedAt: null }, kinds: [] },
    {
      name: 'an encrypted export and no usage',
      facts: { observedAt: null, encryptedAt: '2026-01-01T00:00:00.000Z' },
      kinds: ['usage-encrypted'],
    },
    {
      name: 'an encrypted export after the usage',
      facts: { encryptedAt: '2026-03-06T00:00:00.000Z' },
      kinds: ['usage-encrypted'],
    },
    {
      name: 'an encrypted export before the usage',
      facts: { encryptedAt: '2026-03-04T00:00:00.000Z' },
      kinds: [],
    },
    {
      name: 'an encrypted export of the same moment as the usage',
      facts: { encryptedAt: '2026-03-05T00:00:00.000Z' },
      kinds: [],
    },
    {
      name: 'held usage',
      facts: { held: { observedAt: '2026-03-06T00:00:00.000Z', hold } },
      kinds: ['usage-held'],
    },
    {
      name: 'held usage that later usage has settled',
      facts: { held: { observedAt: '2026-03-04T00:00:00.000Z', hold } },
      kinds: [],
    },
    {
      name: 'the first usage, held',
      facts: { observedAt: null, held: { observedAt: '2026-03-04T00:00:00.000Z', hold: null } },
      kinds: ['usage-held'],
    },
  ])('$name: $kinds', ({ facts, kinds }) => {
    const findings = [...sourceFindings([source(facts)], NOW)];
    expect(findings.map(({ kind }) => kind)).toEqual(kinds);
    for (const finding of findings)
      expect(finding).toMatchObject({ sources: ['server:ghes-a'], accounts: [] });
  });

  test('held usage tells how many accounts there are and how many it would leave', () => {
    const held = { observedAt: '2026-03-06T00:00:00.000Z', hold };
    const [finding] = sourceFindings([source({ held })], NOW);
    expect(finding?.numbers).toEqual({ told: 100, counted: 40 });
  });
});
