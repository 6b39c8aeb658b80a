import type { Usage } from '../../api/usage.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { type BarColor, Keyed, StackedBar } from '../../components/stacked-bar.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefOf } from '../../router/route.ts';

/** Those on several stand between those on one, as they would in overlapping circles. */
const DEPLOYMENTS = [
  ['cloud_only', 'blue'],
  ['cloud_and_server', 'purple'],
  ['server_only', 'orange'],
  ['none', 'gray'],
] as const satisfies readonly (readonly [keyof Usage['by_deployment'], BarColor])[];

type Deployment = (typeof DEPLOYMENTS)[number];

export function DeploymentPanel({ usage }: { readonly usage: Usage }) {
  const translator = useTranslator();
  const { by_deployment: counts, accounts, on_several_instances: onSeveral } = usage;
  const columns: readonly [Column<Deployment>, ...Column<Deployment>[]] = [
    {
      id: 'deployment',
      header: translator.text('usage.deployment'),
      cell: ([name, color]) => (
        <Keyed color={color}>
          <a href={hrefOf(['people'], { deployment: name })}>{translator.text(`usage.${name}`)}</a>
        </Keyed>
      ),
    },
    {
      id: 'people',
      header: translator.text('usage.people'),
      numeric: true,
      cell: ([name]) => translator.number(counts[name].people),
    },
    {
      id: 'consumed',
      header: translator.text('usage.licenses'),
      numeric: true,
      cell: ([name]) => translator.number(counts[name].consumed),
    },
  ];
  return (
    <Panel
      title={translator.text('usage.by-deployment')}
      lead={translator.text('usage.overlap', { count: counts.cloud_and_server.people })}
    >
      <StackedBar parts={DEPLOYMENTS.map(([name, color]) => ({ color, value: counts[name].people }))} />
      <DataTable
        caption={translator.text('usage.by-deployment')}
        columns={columns}
        rows={DEPLOYMENTS.filter(([name]) => counts[name].people > 0)}
        rowKey={([name]) => name}
      />
      <p class="muted">
        {translator.text('usage.accounts-of-people', {
          accounts: accounts.cloud + accounts.server,
          count: usage.people,
        })}
        {onSeveral !== null && onSeveral.people > 0 && (
          <>
            {' '}
            <a href={hrefOf(['people'], { several_instances: 'true' })}>
              {translator.text('usage.several-instances', { count: onSeveral.people })}
            </a>
          </>
        )}
      </p>
    </Panel>
  );
}
