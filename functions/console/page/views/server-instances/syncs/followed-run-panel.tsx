import type { SyncRunBody, SyncWanted } from '../../../api/sync-runs.ts';
import { Disclosure } from '../../../components/disclosure.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ProgressBar } from '../../../components/progress-bar.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { RunDetails } from './run-details.tsx';
import { RunState } from './run-state.tsx';
import { isUnderWay, progressOf } from './sync-progress.ts';
import './followed-run-panel.css';

interface FollowedRunPanelProps {
  readonly run: SyncRunBody;
  readonly onSync: (wanted: SyncWanted) => void;
}

/** A sync as it goes on, and what came of it. */
export function FollowedRunPanel({ run, onSync }: FollowedRunPanelProps) {
  const translator = useTranslator();
  const underWay = isUnderWay(run);
  const { concluded, total } = progressOf(run);
  const title = translator.text(underWay ? 'syncs.under-way' : 'syncs.ended');
  return (
    <Panel title={title}>
      <div class="followed-run">
        <div class="followed-run-state">
          <RunState state={run.state} />
          <span role="status">
            {total === 0
              ? underWay && translator.text('syncs.not-begun')
              : translator.text('syncs.progress', { done: concluded, count: total })}
          </span>
        </div>
        {underWay && <ProgressBar label={title} share={total === 0 ? null : concluded / total} />}
        {run.state === 'succeeded' ? (
          <Disclosure summary={translator.text('syncs.details')}>
            {() => <RunDetails run={run} onSync={onSync} />}
          </Disclosure>
        ) : (
          <RunDetails run={run} onSync={onSync} />
        )}
      </div>
    </Panel>
  );
}
