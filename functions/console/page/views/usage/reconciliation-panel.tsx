import type { Reconciliation, Usage } from '../../api/usage.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { State } from '../../components/state.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefOf } from '../../router/route.ts';
import './reconciliation-panel.css';

type Explanation = Reconciliation['explanations'][number];

/** GitHub's number beside ours, and every reason for the difference. */
export function ReconciliationPanel({ usage }: { readonly usage: Usage }) {
  const translator = useTranslator();
  const githubs = usage.reconciliation?.totals.github ?? usage.github.seats_consumed;
  return (
    <Panel title={translator.text('usage.beside-github')} lead={translator.text('usage.beside-github-lead')}>
      {githubs === null ? (
        <State icon="sync" title={translator.text('usage.githubs-not-known')}>
          <p>{translator.text('usage.githubs-not-known-next')}</p>
        </State>
      ) : (
        <Comparison ours={usage.consumed} githubs={githubs} />
      )}
      {usage.reconciliation && <Explanations reconciliation={usage.reconciliation} />}
    </Panel>
  );
}

interface ComparisonProps {
  readonly ours: number;
  readonly githubs: number;
}

function Comparison({ ours, githubs }: ComparisonProps) {
  const translator = useTranslator();
  return (
    <dl class="comparison">
      <div>
        <dt>{translator.text('usage.ours')}</dt>
        <dd>{translator.number(ours)}</dd>
      </div>
      <div>
        <dt>{translator.text('usage.githubs')}</dt>
        <dd>{translator.number(githubs)}</dd>
      </div>
      <div>
        <dt>{translator.text('usage.difference')}</dt>
        <dd>{translator.difference(githubs - ours)}</dd>
      </div>
    </dl>
  );
}

function Explanations({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  const translator = useTranslator();
  const { explanations, groups } = reconciliation;
  const columns: readonly [Column<Explanation>, ...Column<Explanation>[]] = [
    {
      id: 'reason',
      header: translator.text('usage.why'),
      cell: ({ reason, finding_kind: kind }) => (
        <a href={hrefOf(['findings'], { kind })}>{translator.text(`difference.${reason}`)}</a>
      ),
    },
    {
      id: 'seats',
      header: translator.text('usage.github-counts'),
      numeric: true,
      cell: ({ seats }) => translator.difference(seats),
    },
  ];
  if (explanations.length === 0) return <p>{translator.text('usage.no-difference')}</p>;
  return (
    <>
      <DataTable
        caption={translator.text('usage.explanations')}
        columns={columns}
        rows={explanations}
        rowKey={({ reason }) => reason}
      />
      <p class="muted">
        {translator.text('usage.groups', {
          equal: groups.equal,
          more: groups.github_more,
          fewer: groups.github_fewer,
        })}
      </p>
    </>
  );
}
