import type { SyncRunBody, SyncWanted } from '../../../api/sync-runs.ts';
import { useTranslator } from '../../../language/language-context.tsx';
import { FailureText } from '../failure-text.tsx';
import { MergeCounts } from '../merge-counts.tsx';
import { SourceProgress } from './source-progress.tsx';
import { isUnderWay, progressBySource } from './sync-progress.ts';
import './run-details.css';

interface RunDetailsProps {
  readonly run: SyncRunBody;
  readonly onSync: (wanted: SyncWanted) => void;
}

/** What became of a sync, source by source. */
export function RunDetails({ run, onSync }: RunDetailsProps) {
  const translator = useTranslator();
  const { state, failure, counts, pulls } = run;
  return (
    <div class="run-details">
      {failure === null ? (
        <p>{translator.text(`syncs.${state}.next`)}</p>
      ) : (
        <FailureText reason={failure.reason} />
      )}
      {counts && <MergeCounts counts={counts} />}
      {progressBySource(pulls).map((progress) => (
        <SourceProgress
          key={progress.source}
          progress={progress}
          runHasEnded={!isUnderWay(run)}
          onSync={onSync}
        />
      ))}
    </div>
  );
}
