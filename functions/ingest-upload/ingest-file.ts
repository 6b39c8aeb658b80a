import { parseUploadKey } from '../../shared/contracts/upload-key.ts';
import { readUsageFile, type UsageFile } from '../../shared/contracts/usage-file/read-usage-file.ts';
import type { HoldPolicy } from '../../shared/domain/hold.ts';
import type { Rejection, Upload } from '../../shared/domain/upload.ts';
import { serverSourceId, sourceIdOf, type UsageSnapshot } from '../../shared/domain/usage-snapshot.ts';
import { type Admission, admitSnapshot, register } from '../../shared/merge/admit-snapshot.ts';
import type { SnapshotStore, SourceRegistry } from '../../shared/ports.ts';
import type { UploadedFiles } from '../../shared/upload-ports.ts';
import { observedAtOf } from './observed-at.ts';

export interface FilePorts {
  readonly files: UploadedFiles;
  readonly sources: SourceRegistry;
  readonly snapshots: SnapshotStore;
}

export interface FilePolicy {
  readonly hold: HoldPolicy;
  /** Cap on the decompressed size of a file. */
  readonly maxUploadBytes: number;
}

/**
 * Brings one file as far as it can go before the merge. Returns the upload with its outcome, or still
 * `received` when its snapshot is the newest and waits to be merged.
 */
export async function ingestFile(upload: Upload, ports: FilePorts, policy: FilePolicy): Promise<Upload> {
  const file = await ports.files.open(upload.key, upload.versionId);
  if (file === null) return rejected(upload, FILE_GONE);
  const observed = observedAtOf(upload, file.metadata);
  if ('rejection' in observed) return rejected(upload, observed.rejection);
  const { hostName, fileName } = parseUploadKey(upload.key);
  const read = await readUsageFile(file.bytes, {
    observedAt: observed.observedAt,
    hostName: file.metadata['host-name'] ?? hostName,
    fileName,
    maxBytes: policy.maxUploadBytes,
  });
  return concludeRead(read, { ...upload, observedAt: observed.observedAt }, ports, policy);
}

async function concludeRead(
  read: UsageFile,
  upload: Upload,
  ports: FilePorts,
  policy: FilePolicy,
): Promise<Upload> {
  switch (read.kind) {
    case 'rejected':
      return rejected(upload, read.rejection);
    case 'encrypted': {
      const { instance } = read;
      await ports.sources.noteEncrypted(instance, upload.observedAt, upload.id);
      return { ...upload, state: 'encrypted', source: serverSourceId(instance.hostName), instance };
    }
    case 'usage':
      return admitFile(read.snapshot, upload, ports, policy);
    default:
      return read satisfies never;
  }
}

async function admitFile(
  snapshot: UsageSnapshot,
  upload: Upload,
  ports: FilePorts,
  policy: FilePolicy,
): Promise<Upload> {
  const ref = await ports.snapshots.save(snapshot);
  const known: Upload = {
    ...upload,
    source: sourceIdOf(snapshot),
    instance: snapshot.kind === 'server' ? snapshot.instance : null,
    snapshot: ref,
  };
  const admission = await admitSnapshot(snapshot, ref, ports, policy.hold);
  if (admission.kind === 'held') {
    const held = { observedAt: ref.observedAt, uploadId: upload.id, hold: admission.hold };
    await ports.sources.noteHeld(ref.source, held);
  }
  return withAdmission(known, admission);
}

/** Releases a held upload. Returns it superseded when a newer observation has come meanwhile. */
export async function ingestAccepted(upload: Upload, sources: SourceRegistry, at: string): Promise<Upload> {
  if (upload.state !== 'held' || upload.snapshot === null) return upload;
  const admission = await register(upload.snapshot, upload.instance, sources);
  return withAdmission({ ...upload, acceptedAt: at }, admission);
}

function withAdmission(upload: Upload, admission: Admission): Upload {
  switch (admission.kind) {
    case 'held':
      return { ...upload, state: 'held', hold: admission.hold };
    case 'superseded':
      return { ...upload, state: 'superseded' };
    case 'admitted':
      return { ...upload, state: 'received' };
    default:
      return admission satisfies never;
  }
}

function rejected(upload: Upload, rejection: Rejection): Upload {
  return { ...upload, state: 'rejected', rejection };
}

const FILE_GONE: Rejection = {
  reason: 'file-gone',
  problems: [
    {
      path: null,
      line: null,
      column: null,
      expected: 'the file, which was deleted or had expired before it was read',
      fix: 'Drop the file again.',
    },
  ],
  totalProblems: 1,
};
