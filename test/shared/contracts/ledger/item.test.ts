import { describe, expect, it } from 'vitest';
import { dismissalItemOf, parseDismissalItem } from '../../../../shared/contracts/ledger/dismissal-item.ts';
import { UnreadableItemError } from '../../../../shared/contracts/ledger/item.ts';
import { parseHeldLeaseItem, parseLeaseHolder } from '../../../../shared/contracts/ledger/lease-item.ts';
import {
  lookupItemOf,
  parseEntryItem,
  parseLookupItem,
  parsePersonItem,
  personItemOf,
} from '../../../../shared/contracts/ledger/person-item.ts';
import { parseSourceItem } from '../../../../shared/contracts/ledger/source-item.ts';
import { parseSyncRunItem, syncRunItemOf } from '../../../../shared/contracts/ledger/sync-run-item.ts';
import { parseUploadItem, uploadItemOf } from '../../../../shared/contracts/ledger/upload-item.ts';
import {
  parseUsageItem,
  parseUsageOnDayItem,
  usageItemOf,
  usageOnDayItemOf,
} from '../../../../shared/contracts/ledger/usage-item.ts';
import { committedUsage, ledgerPerson, personId, usageOnDay } from '../../../contract/samples.ts';
import { email } from '../../../support/accounts.ts';
import { storedFindingOf } from '../../../support/findings.ts';
import { syncRunOf } from '../../../support/sync-runs.ts';
import { uploadOf } from '../../../support/uploads.ts';

const EMAIL = email('mona@example.com');

const person = personItemOf(ledgerPerson(1));
const source = { pk: 'source', sk: 'cloud', schema_version: 1 };
const lease = { pk: 'lease', sk: 'merge', schema_version: 1, owner: 'me', fence: 1, expires_at_ms: 1 };

const dismissal = dismissalItemOf({
  findingId: storedFindingOf(1).id,
  reason: 'on leave',
  by: 'octo-owner',
  at: '2026-03-01T00:00:00.000Z',
});

const KINDS: readonly (readonly [string, object, (item: unknown) => unknown])[] = [
  ['person', person, parsePersonItem],
  ['entry', person, parseEntryItem],
  ['look-up', lookupItemOf({ email: EMAIL, personId: personId(1) }), (item) => parseLookupItem(EMAIL, item)],
  ['source', source, parseSourceItem],
  ['upload', uploadItemOf(uploadOf('an-id')), parseUploadItem],
  ['usage', usageItemOf(committedUsage(), 1), parseUsageItem],
  ['usage history', usageOnDayItemOf(usageOnDay('2026-03-01')), parseUsageOnDayItem],
  ['sync run', syncRunItemOf(syncRunOf('an-id')), parseSyncRunItem],
  ['dismissal', dismissal, parseDismissalItem],
  ['lease', lease, parseHeldLeaseItem],
  ['lease', lease, (item) => parseLeaseHolder(item, 0)],
];

describe.each(KINDS)('a %s item', (_, item, parse) => {
  it('is read as it was written', () => {
    expect(() => parse(item)).not.toThrow();
  });

  it('of another schema version is not guessed at', () => {
    expect(() => parse({ ...item, schema_version: 2 })).toThrow(UnreadableItemError);
    expect(() => parse({ ...item, schema_version: undefined })).toThrow('schema_version');
  });

  it('that is none is refused', () => {
    expect(() => parse(undefined)).toThrow(UnreadableItemError);
  });
});

describe('what is wrong with an item', () => {
  it('is told by field, without a value that may be an address', () => {
    const damaged = {
      ...person,
      digest: 7,
      person: person.person.replace('"verified-email"', '"mona@example.com"'),
    };
    const message = messageOf(() => parsePersonItem(damaged));
    expect(message).toContain('digest (invalid_type)');
    expect(message).toContain('person.matches.0.rule (invalid_value)');
    expect(message).not.toContain('@');
  });

  it('is told of a person that is no JSON', () => {
    expect(messageOf(() => parsePersonItem({ ...person, person: '{mona@example.com' }))).toContain(
      'person (custom)',
    );
  });
});

describe('a source', () => {
  it('that was written before there were syncs is synced automatically and never was', () => {
    expect(parseSourceItem(source)).toMatchObject({ automaticSync: true, sync: null, githubConnect: null });
  });

  it('of whose first sync only a part was noted was never synced', () => {
    const at = '2026-03-01T00:00:00.000Z';
    const partly = { ...source, sync_first_attempt_at: at, sync_succeeded_at: at, sync_observed_at: at };
    expect(parseSourceItem(partly).sync).toBeNull();
  });
});

describe('a point of the history', () => {
  it('counts nobody under a reason that is newer than the point', () => {
    const item = usageOnDayItemOf(usageOnDay('2026-03-01'));
    const { suspended, ...older } = item.usage.by_reason;
    const point = parseUsageOnDayItem({ ...item, usage: { ...item.usage, by_reason: older } });
    expect(suspended).toBeGreaterThan(0);
    expect(point.usage.byReason.suspended).toBe(0);
  });

  it('has no reconciliation if it is older than those', () => {
    const item = usageItemOf(committedUsage(), 1);
    expect(parseUsageItem(item).usage.reconciliation).toEqual(committedUsage().usage.reconciliation);
    const { reconciliation, ...older } = item.usage;
    expect(parseUsageItem({ ...item, usage: older }).usage.reconciliation).toBeNull();
  });

  it('does not know who is on several instances, nor which format its reports have, if it is older', () => {
    const { report_format: format, ...item } = usageItemOf(committedUsage(), 1);
    const { on_several_instances: several, ...usage } = item.usage;
    expect([format, several]).not.toContain(undefined);
    const oldest = parseUsageItem({ ...item, usage });
    expect(oldest.usage.onSeveralInstances).toBeNull();
    expect(oldest.reportFormat).toBe(1);
  });

  it('has no finding of a kind that is newer than the point, and none at all if all of them are', () => {
    const item = usageOnDayItemOf(usageOnDay('2026-03-01'));
    const { ambiguous, ...older } = item.usage.findings ?? {};
    const none = { count: 0, seats: 0 };
    expect(ambiguous).not.toEqual(none);
    const point = parseUsageOnDayItem({ ...item, usage: { ...item.usage, findings: older } });
    expect(point.usage.findings).toMatchObject({ ...older, ambiguous: none });
    const oldest = parseUsageOnDayItem({ ...item, usage: { ...item.usage, findings: undefined } });
    expect(new Set(Object.values(oldest.usage.findings).map(({ count }) => count))).toEqual(new Set([0]));
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return String(error);
  }
  return 'nothing was thrown';
}
