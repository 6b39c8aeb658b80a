import { FINDING_KINDS, type FindingKind } from '../../../../../shared/domain/finding.ts';
import type { Usage } from '../../api/usage.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefWith, type Route } from '../../router/route.ts';

interface KindsPanelProps {
  readonly usage: Usage;
  readonly route: Route;
}

/** How many there are of each kind, and what putting them right would save: most first. */
export function KindsPanel({ usage, route }: KindsPanelProps) {
  const translator = useTranslator();
  const counts = usage.findings;
  const kinds = FINDING_KINDS.filter((kind) => counts[kind].count > 0).sort(
    (a, b) => counts[b].seats - counts[a].seats || counts[b].count - counts[a].count,
  );
  const columns: readonly [Column<FindingKind>, ...Column<FindingKind>[]] = [
    {
      id: 'kind',
      header: translator.text('findings.kind'),
      cell: (kind) => (
        <a
          href={hrefWith(route, { kind, page: '' })}
          aria-current={route.query.get('kind') === kind ? 'true' : undefined}
        >
          {translator.text(`findings.${kind}.title`)}
        </a>
      ),
    },
    {
      id: 'count',
      header: translator.text('findings.found'),
      numeric: true,
      cell: (kind) => translator.number(counts[kind].count),
    },
    {
      id: 'seats',
      header: translator.text('findings.recoverable'),
      numeric: true,
      cell: (kind) => translator.number(counts[kind].seats),
    },
  ];
  if (kinds.length === 0) return null;
  return (
    <Panel
      title={translator.text('findings.seats-recoverable', { count: usage.seats_recoverable })}
      lead={translator.text('findings.seats-recoverable-lead')}
    >
      <DataTable
        caption={translator.text('findings.by-kind')}
        columns={columns}
        rows={kinds}
        rowKey={(kind) => kind}
      />
    </Panel>
  );
}
