import { useApi } from '../../../api/api-context.tsx';
import { listFindings } from '../../../api/findings.ts';
import { useLoaded } from '../../../api/use-loaded.ts';
import { Loading } from '../../../components/loading.tsx';
import { Panel } from '../../../components/panel.tsx';
import { PlainList } from '../../../components/plain-list.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { hrefOf } from '../../../router/route.ts';

/** What there is to look at or to save with this person; the details are among the findings. */
export function FindingsPanel({ personId }: { readonly personId: string }) {
  const api = useApi();
  const translator = useTranslator();
  const findings = useLoaded(
    (signal) => listFindings(api, { person: personId, kind: '', source: '', dismissed: '', page: 1 }, signal),
    [personId],
  );
  if (findings.value?.total_count === 0) return null;
  return (
    <Panel title={translator.text('findings.title')}>
      <Loading of={findings}>
        {({ findings: listed }) => (
          <PlainList
            items={listed.map(({ kind, seats }) => (
              <>
                <a href={hrefOf(['findings'], { person: personId, kind })}>
                  {translator.text(`findings.${kind}.title`)}
                </a>{' '}
                <span class="muted">{seats > 0 && translator.text('findings.seats', { count: seats })}</span>
              </>
            ))}
          />
        )}
      </Loading>
    </Panel>
  );
}
