import type { SourceSync } from '../../shared/domain/sync-run.ts';
import type { SourceRecord, SourceRegistry, SyncAttempt } from '../../shared/ports.ts';

/** Notes in the registry what is known of a source, as if it were told now. As often as asked. */
export async function restoreSource(record: SourceRecord, registry: SourceRegistry): Promise<void> {
  const { source, instance, snapshots, encrypted, held, sync, githubConnect } = record;
  for (const ref of snapshots) await registry.register(ref, instance);
  if (instance !== null && encrypted !== null) {
    await registry.noteEncrypted(instance, encrypted.observedAt, encrypted.uploadId);
  }
  if (instance !== null && githubConnect !== null) await registry.noteGitHubConnect(instance, githubConnect);
  if (held !== null) await registry.noteHeld(source, held);
  if (sync !== null) for (const attempt of attemptsOf(sync)) await registry.noteSync(source, attempt);
  await registry.setAutomaticSync(source, record.automaticSync);
}

/** The attempts of which something is still known: the first, the last good one, and the last, each instant once. */
function attemptsOf({
  failure,
  firstAttemptAt,
  succeededAt,
  attemptedAt,
  ...last
}: SourceSync): SyncAttempt[] {
  const attempts = new Map<string, SyncAttempt>();
  // Why the first one failed is forgotten, as soon as a later one is noted.
  attempts.set(firstAttemptAt, { ...last, attemptedAt: firstAttemptAt, failure: failure ?? 'internal' });
  if (succeededAt !== null) attempts.set(succeededAt, { ...last, attemptedAt: succeededAt, failure: null });
  attempts.set(attemptedAt, { ...last, attemptedAt, failure });
  return [...attempts.values()];
}
