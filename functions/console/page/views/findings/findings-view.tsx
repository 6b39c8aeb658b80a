import { useEffect, useRef } from 'preact/hooks';
import { useApi } from '../../api/api-context.tsx';
import { FINDINGS_PER_PAGE, type FindingsFilter, listFindings } from '../../api/findings.ts';
import { readUsage } from '../../api/usage.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { DownloadButton } from '../../components/download-button.tsx';
import { Loading } from '../../components/loading.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { State } from '../../components/state.tsx';
import { View } from '../../components/view.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import type { Translator } from '../../language/translator.ts';
import { hrefOf, hrefWith, pageOf, type Route } from '../../router/route.ts';
import { FindingFilters } from './finding-filters.tsx';
import { FindingGroupPanel } from './finding-group-panel.tsx';
import { groupByKind } from './group-by-kind.ts';
import { KindsPanel } from './kinds-panel.tsx';
import './findings-view.css';

/** What owners should look at or can save on, with the evidence and what to do. */
export function FindingsView({ route }: { readonly route: Route }) {
  const translator = useTranslator();
  const api = useApi();
  const results = useRef<HTMLHeadingElement>(null);
  const filter = filterOf(route);
  const { kind, source, person, dismissed, page } = filter;
  const usage = useLoaded((signal) => readUsage(api, signal), []);
  const findings = useLoaded(
    (signal) => listFindings(api, filter, signal),
    [kind, source, person, dismissed, page],
  );
  const hasChanged = useRef(false);
  const changed = () => {
    hasChanged.current = true;
    findings.reload();
  };
  useEffect(() => {
    // What held the focus is gone from the list.
    if (hasChanged.current) results.current?.focus();
    hasChanged.current = false;
  }, [findings.value]);
  return (
    <View
      title={translator.text('findings.title')}
      lead={translator.text('findings.lead')}
      actions={<DownloadButton path="/findings.csv?bom=true" label={translator.text('findings.download')} />}
    >
      {person === '' ? (
        <Loading of={usage}>{(loaded) => <KindsPanel usage={loaded} route={route} />}</Loading>
      ) : (
        <AboutPerson id={person} />
      )}
      <section class="findings" aria-labelledby="findings-results">
        <h2 id="findings-results" ref={results} tabIndex={-1}>
          {headingOf(translator, findings.value?.total_count)}
        </h2>
        <FindingFilters route={route} sources={sourcesOf(usage.value?.server_instances)} />
        <Loading of={findings}>
          {({ findings: listed, total_count: total }) => (
            <div class="finding-groups">
              {listed.length === 0 && <NoFindings filter={filter} />}
              {groupByKind(listed).map((group) => (
                <FindingGroupPanel key={group.findings[0]?.id} group={group} onChanged={changed} />
              ))}
              <Pagination
                page={page}
                perPage={FINDINGS_PER_PAGE}
                total={total}
                hrefOfPage={(other) => hrefWith(route, { page: String(other) })}
              />
            </div>
          )}
        </Loading>
      </section>
    </View>
  );
}

function headingOf(translator: Translator, total: number | undefined): string {
  return total === undefined
    ? translator.text('findings.title')
    : translator.text('findings.count', { count: total });
}

function filterOf(route: Route): FindingsFilter {
  const { query } = route;
  return {
    kind: query.get('kind') ?? '',
    source: query.get('source') ?? '',
    person: query.get('person') ?? '',
    dismissed: query.get('dismissed') ?? '',
    page: pageOf(route),
  };
}

function sourcesOf(instances: readonly { readonly host_name: string }[] = []): string[] {
  return instances.map((instance) => instance.host_name);
}

function AboutPerson({ id }: { readonly id: string }) {
  const translator = useTranslator();
  return (
    <p class="about-person">
      {translator.text('findings.about-person')}
      <a href={hrefOf(['people', id])}>{translator.text('findings.show-person')}</a>
      <a href={hrefOf(['findings'])}>{translator.text('findings.show-all')}</a>
    </p>
  );
}

function NoFindings({ filter: { kind, source, person, dismissed } }: { readonly filter: FindingsFilter }) {
  const translator = useTranslator();
  const isFiltered = [kind, source, person, dismissed].some((wanted) => wanted !== '');
  return (
    <State
      icon="check-circle"
      title={translator.text(isFiltered ? 'findings.none-so' : 'findings.none')}
      actions={
        isFiltered && (
          <a class="button" href={hrefOf(['findings'])}>
            {translator.text('findings.show-all')}
          </a>
        )
      }
    />
  );
}
