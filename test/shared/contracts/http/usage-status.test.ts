import { describe, expect, it } from 'vitest';
import { type UsageStatus, usageStatusOf } from '../../../../shared/contracts/http/usage-status.ts';
import type { SnapshotRef } from '../../../../shared/domain/upload.ts';
import type { SourceRecord } from '../../../../shared/ports.ts';
import { snapshotRef } from '../../../contract/samples.ts';

const EARLIER = '2026-03-01T00:00:00.000Z';
const LATER = '2026-03-02T00:00:00.000Z';

function source(facts: Partial<SourceRecord>): SourceRecord {
  return {
    source: 'server:ghe-a.example.com',
    instance: null,
    snapshots: [],
    encrypted: null,
    held: null,
    automaticSync: true,
    sync: null,
    githubConnect: null,
    ...facts,
  };
}

function seen(channel: SnapshotRef['channel'], observedAt: string): SnapshotRef {
  return snapshotRef({ channel, observedAt });
}

/** A sync that brought usage observed at this instant, or none. */
function synced(observedAt: string | null): SourceRecord['sync'] {
  const at = '2026-03-05T00:00:00.000Z';
  return { runId: 'run', attemptedAt: at, failure: null, succeededAt: at, observedAt, firstAttemptAt: at };
}

const encrypted = (observedAt: string) => ({ observedAt, uploadId: 'an-upload' });
const connect = { observedAt: LATER, date: EARLIER, status: 'success', failed: false };

const UPLOADED: UsageStatus = { status: 'Server usage uploaded', usersEncrypted: false };
const ENCRYPTED: UsageStatus = { status: 'Server usage uploaded', usersEncrypted: true };
const SYNCED: UsageStatus = { status: 'GitHub Connect server usage synced', usersEncrypted: false };
const NEVER: UsageStatus = { status: 'GitHub Connect server usage never synced', usersEncrypted: false };

describe('the status of an instance', () => {
  it.each<[string, SourceRecord | null, UsageStatus]>([
    ['only license rows name it', null, NEVER],
    ['only GitHub tells of it', source({ githubConnect: connect }), NEVER],
    ['a sync was tried and brought nothing', source({ sync: synced(null) }), NEVER],
    ['an export came', source({ snapshots: [seen('export', EARLIER)] }), UPLOADED],
    ['a users report was dropped', source({ snapshots: [seen('users-report', EARLIER)] }), UPLOADED],
    [
      'a users report was dropped and a sync brought nothing',
      source({ snapshots: [seen('users-report', EARLIER)], sync: synced(null) }),
      UPLOADED,
    ],
    [
      'a sync brought the users report',
      source({ snapshots: [seen('users-report', LATER)], sync: synced(LATER) }),
      SYNCED,
    ],
    [
      'a users report was dropped after the last sync',
      source({ snapshots: [seen('users-report', LATER)], sync: synced(EARLIER) }),
      UPLOADED,
    ],
    ["GitHub's GraphQL was pulled", source({ snapshots: [seen('graphql', EARLIER)] }), SYNCED],
    [
      'an export is newer than what a sync brought',
      source({ snapshots: [seen('graphql', EARLIER), seen('export', LATER)], sync: synced(EARLIER) }),
      UPLOADED,
    ],
    [
      'what a sync brought is newer than an export',
      source({ snapshots: [seen('export', EARLIER), seen('users-report', LATER)], sync: synced(LATER) }),
      SYNCED,
    ],
    ['only an encrypted export came', source({ encrypted: encrypted(EARLIER) }), ENCRYPTED],
    [
      'an encrypted export is newer than all else',
      source({ snapshots: [seen('graphql', EARLIER)], sync: synced(EARLIER), encrypted: encrypted(LATER) }),
      ENCRYPTED,
    ],
    [
      'an encrypted export is older than a sync',
      source({ snapshots: [seen('graphql', LATER)], encrypted: encrypted(EARLIER) }),
      SYNCED,
    ],
    [
      'an encrypted export is older than a file in plain',
      source({ snapshots: [seen('users-report', LATER)], encrypted: encrypted(EARLIER) }),
      UPLOADED,
    ],
  ])('when %s', (_when, record, status) => {
    expect(usageStatusOf(record)).toEqual(status);
  });
});
