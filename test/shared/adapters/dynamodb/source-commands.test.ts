import { describe, expect, it } from 'vitest';
import {
  getSource,
  querySources,
  updateEncrypted,
  updateFacts,
  updateHeld,
  updateSnapshot,
  updateSync,
} from '../../../../shared/adapters/dynamodb/source-commands.ts';
import { snapshotRef } from '../../../contract/samples.ts';
import { host } from '../../../support/accounts.ts';

const TABLE = 'ledger';

describe('sources', () => {
  it('are read strongly consistent, since a merge follows what was just registered', () => {
    expect(getSource(TABLE, 'cloud')).toMatchObject({
      Key: { pk: 'source', sk: 'cloud' },
      ConsistentRead: true,
    });
    expect(querySources(TABLE)).toMatchObject({ ConsistentRead: true });
  });

  it('take a snapshot into the attribute of its channel, unless a newer one is there', () => {
    const ref = snapshotRef({ channel: 'users-report', observedAt: '2026-03-01T00:00:00.000Z', digest: 'd' });
    expect(updateSnapshot(TABLE, ref)).toEqual({
      TableName: 'ledger',
      Key: { pk: 'source', sk: 'server:ghe-a.example.com' },
      UpdateExpression: 'SET #attribute = :value, schema_version = :schema_version',
      ConditionExpression:
        'attribute_not_exists(#attribute) OR #attribute.#observed_at < :observed_at OR ' +
        '(#attribute.#observed_at = :observed_at AND #attribute.#tie_breaker < :tie_breaker)',
      ExpressionAttributeNames: {
        '#attribute': 'snapshot_users_report',
        '#observed_at': 'observed_at',
        '#tie_breaker': 'digest',
      },
      ExpressionAttributeValues: {
        ':value': { observed_at: ref.observedAt, digest: 'd', key: ref.key, accounts: 3 },
        ':schema_version': 1,
        ':observed_at': ref.observedAt,
        ':tie_breaker': 'd',
      },
    });
  });

  it('take every fact of an instance by itself, and none that is unknown', () => {
    const updates = updateFacts(
      TABLE,
      { hostName: host('ghe-a.example.com'), serverId: null, version: '3.17.1' },
      '2026-03-01T00:00:00.000Z',
    );
    expect(updates).toHaveLength(1);
    expect(updates[0]).toMatchObject({
      ExpressionAttributeNames: { '#attribute': 'version', '#tie_breaker': 'value' },
      ExpressionAttributeValues: { ':value': { value: '3.17.1', observed_at: '2026-03-01T00:00:00.000Z' } },
    });
  });

  it('take the newest export with an encrypted user list', () => {
    expect(updateEncrypted(TABLE, 'server:a', '2026-03-01T00:00:00.000Z', 'an-upload')).toMatchObject({
      ExpressionAttributeNames: { '#attribute': 'encrypted', '#tie_breaker': 'upload_id' },
      ExpressionAttributeValues: {
        ':value': { observed_at: '2026-03-01T00:00:00.000Z', upload_id: 'an-upload' },
      },
    });
  });

  it('take the newest upload that is held', () => {
    const observedAt = '2026-03-01T00:00:00.000Z';
    const hold = { accountsBefore: 100, accountsRemoved: 60 };
    expect(updateHeld(TABLE, 'cloud', { observedAt, uploadId: 'an-upload', hold })).toMatchObject({
      ExpressionAttributeNames: { '#attribute': 'held', '#tie_breaker': 'upload_id' },
      ExpressionAttributeValues: {
        ':value': {
          observed_at: observedAt,
          upload_id: 'an-upload',
          hold: { accounts_before: 100, accounts_removed: 60 },
        },
      },
    });
  });

  it('take an attempt to sync last, when all that it adds is there', () => {
    const attemptedAt = '2026-03-02T00:00:00.000Z';
    const observedAt = '2026-03-01T00:00:00.000Z';
    const updates = updateSync(TABLE, 'cloud', { runId: 'run', attemptedAt, failure: null, observedAt });
    expect(
      updates.map(({ ExpressionAttributeNames, ConditionExpression }) => [
        ExpressionAttributeNames?.['#attribute'],
        ConditionExpression?.split(' OR ')[1],
      ]),
    ).toEqual([
      ['sync_first_attempt_at', '#attribute > :instant'],
      ['sync_succeeded_at', '#attribute < :instant'],
      ['sync_observed_at', '#attribute < :instant'],
      ['sync_attempt', '#attribute.#observed_at < :observed_at'],
    ]);
  });

  it('take neither a success nor an observation of an attempt that failed', () => {
    const attemptedAt = '2026-03-02T00:00:00.000Z';
    const updates = updateSync(TABLE, 'cloud', {
      runId: 'run',
      attemptedAt,
      failure: 'held',
      observedAt: null,
    });
    expect(updates.map(({ ExpressionAttributeNames }) => ExpressionAttributeNames?.['#attribute'])).toEqual([
      'sync_first_attempt_at',
      'sync_attempt',
    ]);
  });
});
