import { useState } from 'preact/hooks';
import type { PullBody, SyncWanted } from '../../../api/sync-runs.ts';
import { Button } from '../../../components/button.tsx';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { RemovalsDialog } from '../removals-dialog.tsx';
import { hostNameOf, SourceName } from '../source-name.tsx';
import { PullState } from './pull-state.tsx';
import type { SourceProgress as Progress } from './sync-progress.ts';

interface SourceProgressProps {
  readonly progress: Progress;
  readonly runHasEnded: boolean;
  readonly onSync: (wanted: SyncWanted) => void;
}

/** What one source was asked for in a sync, step by step, and what to do about what it did not give. */
export function SourceProgress({ progress, runHasEnded, onSync }: SourceProgressProps) {
  const { source, pulls } = progress;
  return (
    <section class="source-progress">
      <header>
        <h3>
          <SourceName source={source} />
        </h3>
        {runHasEnded && <SourceActions progress={progress} onSync={onSync} />}
      </header>
      <StepsTable source={source} pulls={pulls} runHasEnded={runHasEnded} />
    </section>
  );
}

interface SourceActionsProps {
  readonly progress: Progress;
  readonly onSync: (wanted: SyncWanted) => void;
}

function SourceActions({ progress: { source, hold, isIncomplete }, onSync }: SourceActionsProps) {
  const translator = useTranslator();
  const [asked, setAsked] = useState(false);
  const name = useSourceName(source);
  if (hold === null && !isIncomplete) return null;
  const { accounts_removed: removed = 0, accounts_before: before = 0 } = hold ?? {};
  return (
    <div class="actions">
      {isIncomplete && (
        <Button icon="sync" onClick={() => onSync({ sources: [source], acceptRemovals: false })}>
          {translator.text('syncs.again', { source: name })}
        </Button>
      )}
      {hold && <Button onClick={() => setAsked(true)}>{translator.text('syncs.accept-removals')}</Button>}
      {asked && (
        <RemovalsDialog
          explanation={
            <p>
              {translator.rich('syncs.accept.held', {
                source: <SourceName source={source} />,
                removed,
                before,
              })}
            </p>
          }
          next={translator.text('syncs.accept.explain')}
          confirm={translator.text('syncs.accept.do')}
          onConfirm={() => onSync({ sources: [source], acceptRemovals: true })}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
}

interface StepsTableProps {
  readonly source: string;
  readonly pulls: readonly PullBody[];
  readonly runHasEnded: boolean;
}

function StepsTable({ source, pulls, runHasEnded }: StepsTableProps) {
  const translator = useTranslator();
  const columns: [Column<PullBody>, ...Column<PullBody>[]] = [
    {
      id: 'step',
      header: translator.text('syncs.step'),
      cell: ({ kind }) => translator.text(`syncs.kind.${kind}`),
    },
    {
      id: 'state',
      header: translator.text('syncs.state'),
      long: true,
      cell: (pull) => <PullState pull={pull} runHasEnded={runHasEnded} />,
    },
    {
      id: 'entries',
      header: translator.text('syncs.entries'),
      numeric: true,
      cell: ({ entries }) => (entries === null ? '–' : translator.number(entries)),
    },
    {
      id: 'duration',
      header: translator.text('syncs.duration'),
      numeric: true,
      cell: ({ duration_seconds: seconds }) =>
        seconds === null ? '–' : translator.number(Math.round(seconds * 10) / 10),
    },
  ];
  return (
    <DataTable caption={useSourceName(source)} columns={columns} rows={pulls} rowKey={({ kind }) => kind} />
  );
}

function useSourceName(source: string): string {
  const translator = useTranslator();
  return hostNameOf(source) ?? translator.text('syncs.cloud');
}
