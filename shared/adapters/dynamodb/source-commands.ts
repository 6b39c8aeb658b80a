import type { GetCommandInput, QueryCommandInput, UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { SCHEMA_VERSION } from '../../contracts/ledger/item.ts';
import { storeObservation } from '../../contracts/ledger/snapshot-ref.ts';
import {
  SNAPSHOT_ATTRIBUTES,
  SOURCE_PARTITION,
  sourceKey,
  storeGitHubConnect,
  storeHeldUpload,
  storeSyncAttempt,
} from '../../contracts/ledger/source-item.ts';
import type { GitHubConnectSync } from '../../domain/sync-run.ts';
import type { SnapshotRef } from '../../domain/upload.ts';
import { type ServerInstance, type SourceId, serverSourceId } from '../../domain/usage-snapshot.ts';
import type { HeldUpload, SyncAttempt } from '../../ports.ts';

export function getSource(table: string, source: SourceId): GetCommandInput {
  return { TableName: table, Key: sourceKey(source), ConsistentRead: true };
}

export function querySources(table: string): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': SOURCE_PARTITION },
    ConsistentRead: true,
  };
}

/** Makes the snapshot its channel's newest, unless a newer one is there. */
export function updateSnapshot(table: string, ref: SnapshotRef): UpdateCommandInput {
  return updateUnlessNewer(table, ref.source, {
    attribute: SNAPSHOT_ATTRIBUTES[ref.channel],
    value: storeObservation(ref),
    tieBreaker: 'digest',
  });
}

/** Notes an export with an encrypted user list, unless a newer one is noted. */
export function updateEncrypted(
  table: string,
  source: SourceId,
  observedAt: string,
  uploadId: string,
): UpdateCommandInput {
  return updateUnlessNewer(table, source, {
    attribute: 'encrypted',
    value: { observed_at: observedAt, upload_id: uploadId },
    tieBreaker: 'upload_id',
  });
}

/** Notes an upload that waits for an owner, unless a newer one is noted. */
export function updateHeld(table: string, source: SourceId, held: HeldUpload): UpdateCommandInput {
  const value = storeHeldUpload(held);
  return updateUnlessNewer(table, source, { attribute: 'held', value, tieBreaker: 'upload_id' });
}

/**
 * One update for each fact that is known, so that each stays the newest one told, whatever the order in which
 * observations arrive.
 */
export function updateFacts(
  table: string,
  instance: ServerInstance,
  observedAt: string,
): UpdateCommandInput[] {
  const facts = [
    ['server_id', instance.serverId],
    ['version', instance.version],
  ] as const;
  return facts.flatMap(([attribute, value]) => {
    if (value === null) return [];
    const fact = { value, observed_at: observedAt };
    return [
      updateUnlessNewer(table, serverSourceId(instance.hostName), {
        attribute,
        value: fact,
        tieBreaker: 'value',
      }),
    ];
  });
}

/** Notes what GitHub tells of an instance's own syncs, unless something newer is noted. */
export function updateGitHubConnect(
  table: string,
  source: SourceId,
  sync: GitHubConnectSync,
): UpdateCommandInput {
  const value = storeGitHubConnect(sync);
  return updateUnlessNewer(table, source, { attribute: 'github_connect', value, tieBreaker: 'rank' });
}

/** What an attempt to sync adds to its source. The attempt itself comes last: with it, the rest is there too. */
export function updateSync(table: string, source: SourceId, attempt: SyncAttempt): UpdateCommandInput[] {
  const { attemptedAt, failure, observedAt } = attempt;
  const latest = [
    ['sync_succeeded_at', failure === null ? attemptedAt : null],
    ['sync_observed_at', observedAt],
  ] as const;
  return [
    updateInstant(table, source, {
      attribute: 'sync_first_attempt_at',
      instant: attemptedAt,
      keep: 'earliest',
    }),
    ...latest.flatMap(([attribute, instant]) =>
      instant === null ? [] : [updateInstant(table, source, { attribute, instant, keep: 'latest' })],
    ),
    updateUnlessNewer(table, source, {
      attribute: 'sync_attempt',
      value: storeSyncAttempt(attempt),
      tieBreaker: 'rank',
    }),
  ];
}

/** The owner's last word counts. */
export function updateAutomaticSync(table: string, source: SourceId, on: boolean): UpdateCommandInput {
  return {
    TableName: table,
    Key: sourceKey(source),
    UpdateExpression: 'SET automatic_sync = :on, schema_version = :schema_version',
    ExpressionAttributeValues: { ':on': on, ':schema_version': SCHEMA_VERSION },
  };
}

interface InstantAttribute {
  readonly attribute: string;
  readonly instant: string;
  readonly keep: 'earliest' | 'latest';
}

function updateInstant(
  table: string,
  source: SourceId,
  { attribute, instant, keep }: InstantAttribute,
): UpdateCommandInput {
  return {
    TableName: table,
    Key: sourceKey(source),
    UpdateExpression: 'SET #attribute = :instant, schema_version = :schema_version',
    ConditionExpression: `attribute_not_exists(#attribute) OR #attribute ${keep === 'latest' ? '<' : '>'} :instant`,
    ExpressionAttributeNames: { '#attribute': attribute },
    ExpressionAttributeValues: { ':instant': instant, ':schema_version': SCHEMA_VERSION },
  };
}

/** A map attribute of a source of which the newest observation stays. */
interface DatedAttribute<Value extends { readonly observed_at: string }> {
  readonly attribute: string;
  readonly value: Value;
  /** The field that orders two observations of one instant. */
  readonly tieBreaker: keyof Value & string;
}

/** `isNewer` as a condition: writes come in any order and any number of times, and the newest one stays. */
function updateUnlessNewer<Value extends { readonly observed_at: string }>(
  table: string,
  source: SourceId,
  { attribute, value, tieBreaker }: DatedAttribute<Value>,
): UpdateCommandInput {
  const isAbsent = 'attribute_not_exists(#attribute)';
  const isOlder = '#attribute.#observed_at < :observed_at';
  const losesTie = '#attribute.#observed_at = :observed_at AND #attribute.#tie_breaker < :tie_breaker';
  return {
    TableName: table,
    Key: sourceKey(source),
    UpdateExpression: 'SET #attribute = :value, schema_version = :schema_version',
    ConditionExpression: `${isAbsent} OR ${isOlder} OR (${losesTie})`,
    ExpressionAttributeNames: {
      '#attribute': attribute,
      '#observed_at': 'observed_at',
      '#tie_breaker': tieBreaker,
    },
    ExpressionAttributeValues: {
      ':value': value,
      ':schema_version': SCHEMA_VERSION,
      ':observed_at': value.observed_at,
      ':tie_breaker': value[tieBreaker],
    },
  };
}
