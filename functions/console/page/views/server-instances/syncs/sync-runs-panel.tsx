import { useApi } from '../../../api/api-context.tsx';
import {
  readSyncRun,
  type SyncRunSummary,
  type SyncRunsBody,
  type SyncWanted,
} from '../../../api/sync-runs.ts';
import { type Loaded, useLoaded } from '../../../api/use-loaded.ts';
import { Age } from '../../../components/age.tsx';
import { Disclosure } from '../../../components/disclosure.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Pagination } from '../../../components/pagination.tsx';
import { Panel } from '../../../components/panel.tsx';
import { State } from '../../../components/state.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { hrefWith, pageOf, type Route } from '../../../router/route.ts';
import { PER_PAGE } from '../listings.ts';
import { SourceName } from '../source-name.tsx';
import { RunDetails } from './run-details.tsx';
import { RunState } from './run-state.tsx';
import './sync-runs-panel.css';

interface SyncRunsPanelProps {
  readonly runs: Loaded<SyncRunsBody>;
  readonly route: Route;
  readonly onSync: (wanted: SyncWanted) => void;
}

/** What became of every sync, newest first. */
export function SyncRunsPanel({ runs, route, onSync }: SyncRunsPanelProps) {
  const translator = useTranslator();
  return (
    <Panel title={translator.text('syncs.recent')}>
      <Loading of={runs}>
        {({ sync_runs: listed, total_count: total }) =>
          total === 0 ? (
            <State icon="sync" title={translator.text('syncs.empty.title')}>
              <p>{translator.text('syncs.empty.next')}</p>
            </State>
          ) : (
            <>
              <ul class="sync-runs">
                {listed.map((run) => (
                  <SyncRun key={run.id} run={run} onSync={onSync} />
                ))}
              </ul>
              <Pagination
                page={pageOf(route, 'syncs')}
                perPage={PER_PAGE}
                total={total}
                hrefOfPage={(page) => hrefWith(route, { syncs: String(page) })}
              />
            </>
          )
        }
      </Loading>
    </Panel>
  );
}

interface SyncRunProps {
  readonly run: SyncRunSummary;
  readonly onSync: (wanted: SyncWanted) => void;
}

function SyncRun({ run, onSync }: SyncRunProps) {
  const translator = useTranslator();
  const { id, state, trigger, sources, requested_at: requestedAt } = run;
  return (
    <li>
      <div class="sync-run">
        <RunState state={state} />
        <span class="muted">
          {translator.text(`syncs.${trigger}`)}
          {' · '}
          <Age of={requestedAt} />
        </span>
        {sources && <Sources sources={sources} />}
      </div>
      <Disclosure summary={translator.text('syncs.details')}>
        {/* Of another state there is other to tell. */}
        {() => <LoadedRun key={state} id={id} onSync={onSync} />}
      </Disclosure>
    </li>
  );
}

/** Where not all were asked for. */
function Sources({ sources }: { readonly sources: readonly string[] }) {
  return (
    <ul class="sync-run-sources">
      {sources.map((source) => (
        <li key={source}>
          <SourceName source={source} />
        </li>
      ))}
    </ul>
  );
}

interface LoadedRunProps {
  readonly id: string;
  readonly onSync: (wanted: SyncWanted) => void;
}

function LoadedRun({ id, onSync }: LoadedRunProps) {
  const api = useApi();
  const run = useLoaded((signal) => readSyncRun(api, id, signal), [id]);
  return <Loading of={run}>{(told) => <RunDetails run={told} onSync={onSync} />}</Loading>;
}
