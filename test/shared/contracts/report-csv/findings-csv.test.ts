import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { findingText } from '../../../../shared/contracts/http/finding-texts.ts';
import { findingsCsv } from '../../../../shared/contracts/report-csv/findings-csv.ts';
import type { AccountKey } from '../../../../shared/domain/account.ts';
import type { FindingId, StoredFinding } from '../../../../shared/domain/stored-finding.ts';
import { email } from '../../../support/accounts.ts';
import { parsedCsv } from '../../../support/csv.ts';

const TWICE: StoredFinding = {
  id: 'f1' as FindingId,
  kind: 'counted-twice',
  accounts: ['@mona', 'ghe.example.com:7'] as AccountKey[],
  sources: ['cloud', 'server:ghe.example.com'],
  people: ['login:mona'],
  emails: [email('mona@example.com')],
  numbers: null,
  seats: 1,
  firstSeenAt: '2026-03-01T00:00:00.000Z',
  lastSeenAt: '2026-03-08T00:00:00.000Z',
};

const TOTALS: StoredFinding = {
  ...TWICE,
  id: 'f2' as FindingId,
  kind: 'totals-disagree',
  accounts: [],
  sources: ['cloud'],
  people: [],
  emails: [],
  numbers: { told: 10, counted: 12 },
  seats: 0,
};

const textOf = (finding: StoredFinding) => {
  const { title, fix } = findingText(finding);
  return { title, fix };
};

it('has a row for each finding, in the order given, none of whose cells is a formula', async () => {
  const csv = await text(findingsCsv([TWICE, TOTALS], { byteOrderMark: true }));
  expect(parsedCsv(csv)).toEqual([
    {
      id: 'f1',
      kind: 'counted-twice',
      seats: '1',
      ...textOf(TWICE),
      accounts: "'@mona, ghe.example.com:7",
      sources: 'cloud, server:ghe.example.com',
      emails: 'mona@example.com',
      told: '',
      counted: '',
      first_seen_at: '2026-03-01T00:00:00.000Z',
      last_seen_at: '2026-03-08T00:00:00.000Z',
    },
    {
      id: 'f2',
      kind: 'totals-disagree',
      seats: '0',
      ...textOf(TOTALS),
      accounts: '',
      sources: 'cloud',
      emails: '',
      told: '10',
      counted: '12',
      first_seen_at: '2026-03-01T00:00:00.000Z',
      last_seen_at: '2026-03-08T00:00:00.000Z',
    },
  ]);
});
