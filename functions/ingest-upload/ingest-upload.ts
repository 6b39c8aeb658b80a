import { parseIngestMessage } from '../../shared/contracts/ingest-message.ts';
import type { LedgerUnits } from '../../shared/domain/ledger-units.ts';
import { isFinal, type SnapshotRef, type Upload } from '../../shared/domain/upload.ts';
import type { CommittedUsage } from '../../shared/domain/usage.ts';
import type { MergeContext } from '../../shared/merge/merge-usage.ts';
import { mergeWithLease } from '../../shared/merge/merge-with-lease.ts';
import {
  type TellContext,
  type TellObserver,
  type TellPorts,
  tell,
  tellOfMerge,
} from '../../shared/merge/tell.ts';
import type { MergePorts, UploadLog } from '../../shared/ports.ts';
import type { UploadedFiles } from '../../shared/upload-ports.ts';
import { type FilePolicy, ingestAccepted, ingestFile } from './ingest-file.ts';
import { receiveUpload } from './receive-upload.ts';

export interface IngestPorts extends MergePorts, TellPorts {
  readonly files: UploadedFiles;
  readonly uploads: UploadLog;
}

/** One message of the ingest queue. */
export interface QueueMessage {
  readonly id: string;
  readonly body: string;
  /** 1 at the first delivery. */
  readonly receiveCount: number;
}

/** Told of what happened, for logs and metrics. */
export interface IngestObserver extends TellObserver {
  concluded(upload: Upload): void;
  merged(committed: CommittedUsage): void;
  /** What the ledger was charged for an attempt to merge. */
  charged(units: LedgerUnits): void;
  /** The message will be delivered again. */
  failed(messageId: string, error: Error): void;
}

export interface IngestContext extends MergeContext, TellContext {
  readonly policy: FilePolicy;
  readonly observer: IngestObserver;
}

/** What a message leaves to be done when its files are read. */
interface Ingested {
  /** Those whose snapshots wait for a merge. */
  readonly uploads: readonly Upload[];
  /**
   * That another delivery, or a second event of the same object, brought to their end. This one may be the attempt
   * whose lease was taken, and may have written after the merge that counts: it merges once more.
   */
  readonly isRepeated: boolean;
}

interface Pending extends Ingested {
  readonly message: QueueMessage;
}

/**
 * Ingests a batch: each file becomes a usage snapshot, then one merge includes them all. Returns the ids of the
 * messages that have to come again. A message is done only when its uploads have their outcome.
 */
export async function ingestUploads(
  messages: readonly QueueMessage[],
  ports: IngestPorts,
  context: IngestContext,
): Promise<string[]> {
  const { observer } = context;
  const failed: string[] = [];
  const fail = (messageId: string, error: unknown): void => {
    failed.push(messageId);
    observer.failed(messageId, error instanceof Error ? error : new Error(String(error)));
  };
  const pending: Pending[] = [];
  for (const message of messages) {
    try {
      const ingested = await ingestMessage(message, ports, context);
      if (ingested.uploads.length > 0 || ingested.isRepeated) pending.push({ message, ...ingested });
    } catch (error) {
      fail(message.id, error);
    }
  }
  if (pending.length === 0) return failed;
  try {
    const committed = await merge(pending, ports, context);
    observer.merged(committed);
    for (const upload of pending.flatMap(({ uploads }) => uploads)) {
      await conclude(outcomeOf(upload, committed), ports, context);
    }
  } catch (error) {
    for (const { message } of pending) fail(message.id, error);
  }
  return failed;
}

async function ingestMessage(
  { body }: QueueMessage,
  ports: IngestPorts,
  context: IngestContext,
): Promise<Ingested> {
  const message = parseIngestMessage(body);
  const uploads: Upload[] = [];
  let isRepeated = false;
  // The delivery before may have died when the outcome was recorded and not yet told. How many there were is not to
  // be relied on: a message that was redriven counts as new.
  const repeat = async (upload: Upload): Promise<void> => {
    isRepeated ||= upload.state === 'merged' || upload.state === 'superseded';
    await tell({ kind: 'upload-ended', upload }, ports, context);
  };
  switch (message.kind) {
    case 'uploaded-objects':
      for (const object of message.objects) {
        const upload = await receiveUpload(object, ports.uploads);
        if (upload.state === 'received') uploads.push(await ingestFile(upload, ports, context.policy));
        else await repeat(upload);
      }
      break;
    case 'accepted-upload': {
      const upload = await ports.uploads.get(message.uploadId);
      const acceptedAt = new Date(context.now()).toISOString();
      if (upload?.state === 'held') uploads.push(await ingestAccepted(upload, ports.sources, acceptedAt));
      else if (upload !== null) await repeat(upload);
      break;
    }
    case 'test-event':
      break;
    case 'unreadable':
      throw new Error(`a message of the ingest queue is unreadable: ${message.problem}`);
    default:
      return message satisfies never;
  }
  for (const upload of uploads.filter(({ state }) => state !== 'received')) {
    await conclude(upload, ports, context);
  }
  return { uploads: uploads.filter(({ state }) => state === 'received'), isRepeated };
}

async function merge(
  pending: readonly Pending[],
  ports: IngestPorts,
  context: IngestContext,
): Promise<CommittedUsage> {
  const wanted = pending.flatMap(({ uploads }) =>
    uploads.flatMap(({ snapshot }): SnapshotRef[] => (snapshot ? [snapshot] : [])),
  );
  const mayRelyOnOthers = pending.every(
    ({ message, isRepeated }) => message.receiveCount === 1 && !isRepeated,
  );
  const onMerged = (committed: CommittedUsage) => tellOfMerge(committed, ports, context);
  const outcome = await mergeWithLease(ports, context, {
    wanted,
    mayRelyOnOthers,
    onMerged,
    onCharged: (units) => context.observer.charged(units),
  });
  if (outcome.kind !== 'merged') throw new MergeUnfinished(outcome.kind);
  return outcome.committed;
}

/** The merge did not come to its end: another delivery goes on from where it stopped. */
class MergeUnfinished extends Error {
  override readonly name = 'MergeUnfinished';
}

async function conclude(upload: Upload, ports: IngestPorts, context: IngestContext): Promise<void> {
  await ports.uploads.conclude(upload);
  if (!isFinal(upload.state) && upload.state !== 'held') return;
  context.observer.concluded(upload);
  await tell({ kind: 'upload-ended', upload }, ports, context);
}

/** A newer file of the source may have come in the same batch, or while this one waited for the merge. */
function outcomeOf(upload: Upload, { mergeId, counts, snapshots }: CommittedUsage): Upload {
  const isMerged = snapshots.some(({ key }) => key === upload.snapshot?.key);
  return isMerged ? { ...upload, state: 'merged', mergeId, counts } : { ...upload, state: 'superseded' };
}
