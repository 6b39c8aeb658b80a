import type { GetCommandInput, QueryCommandInput, UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { SCHEMA_VERSION } from '../../contracts/ledger/item.ts';
import { storeObservation } from '../../contracts/ledger/snapshot-ref.ts';
import { SNAPSHOT_ATTRIBUTES, SOURCE_PARTITION, sourceKey } from '../../contracts/ledger/source-item.ts';
import type { SnapshotRef } from '../../domain/upload.ts';
import { type ServerInstance, type SourceId, serverSourceId } from '../../domain/usage-snapshot.ts';

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
