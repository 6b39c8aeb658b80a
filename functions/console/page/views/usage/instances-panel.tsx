import type { Usage } from '../../api/usage.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { Written } from '../../components/written.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefOf } from '../../router/route.ts';

type Instance = Usage['server_instances'][number];

export function InstancesPanel({ usage }: { readonly usage: Usage }) {
  const translator = useTranslator();
  const instances = usage.server_instances;
  const columns: readonly [Column<Instance>, ...Column<Instance>[]] = [
    {
      id: 'host-name',
      header: translator.text('usage.host-name'),
      cell: ({ host_name: hostName }) => (
        <a href={hrefOf(['people'], { source: `server:${hostName}` })}>
          <Written text={hostName} />
        </a>
      ),
    },
    ...(['accounts', 'people', 'consumed'] as const).map((name) => ({
      id: name,
      header: translator.text(name === 'consumed' ? 'usage.licenses' : `usage.${name}`),
      numeric: true,
      cell: (instance: Instance) => translator.number(instance[name]),
    })),
  ];
  if (instances.length === 0) return null;
  return (
    <div class="wide">
      <Panel title={translator.text('usage.by-instance')} lead={translator.text('usage.by-instance-lead')}>
        <DataTable
          caption={translator.text('usage.by-instance')}
          columns={columns}
          rows={instances}
          rowKey={(instance) => instance.host_name}
        />
      </Panel>
    </div>
  );
}
