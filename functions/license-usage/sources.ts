import type { SourceFacts } from '../../shared/domain/findings/source-findings.ts';
import { type SourceId, serverSourceId, sourceIdOf } from '../../shared/domain/usage-snapshot.ts';
import type { AcceptedFile } from './read-files.ts';

/** What the files tell of their sources. Nothing is held: there is no usage before. */
export function sourcesOf(outcomes: readonly AcceptedFile[]): SourceFacts[] {
  const sources = new Set(outcomes.flatMap(sourceOf));
  return [...sources].map((source) => {
    const files = outcomes.filter((outcome) => sourceOf(outcome).includes(source));
    return {
      source,
      observedAt: newestOf(files, 'counted'),
      encryptedAt: newestOf(files, 'encrypted'),
      held: null,
    };
  });
}

function sourceOf(outcome: AcceptedFile): SourceId[] {
  if (outcome.kind === 'counted') return [sourceIdOf(outcome.facts)];
  return outcome.kind === 'encrypted' ? [serverSourceId(outcome.instance.hostName)] : [];
}

/** Files come newest first. */
function newestOf(files: readonly AcceptedFile[], kind: AcceptedFile['kind']): string | null {
  return files.find((outcome) => outcome.kind === kind)?.file.modifiedAt ?? null;
}
