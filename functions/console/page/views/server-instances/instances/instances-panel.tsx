import type { ComponentChildren } from 'preact';
import type { ServerInstanceBody, ServerInstancesBody } from '../../../api/server-instances.ts';
import type { Loaded } from '../../../api/use-loaded.ts';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { Disclosure } from '../../../components/disclosure.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Panel } from '../../../components/panel.tsx';
import { State } from '../../../components/state.tsx';
import { Written } from '../../../components/written.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { AutomaticSyncMenu } from './automatic-sync-menu.tsx';
import { InstanceDetails } from './instance-details.tsx';
import { LastSync } from './last-sync.tsx';
import './instances-panel.css';

interface InstancesPanelProps {
  readonly instances: Loaded<ServerInstancesBody>;
  /** What to do where there are none. */
  readonly actions: ComponentChildren;
}

export function InstancesPanel({ instances, actions }: InstancesPanelProps) {
  const translator = useTranslator();
  return (
    <Panel title={translator.text('server-instances.panel-title')}>
      <Loading of={instances}>
        {({ server_instances: listed }) =>
          listed.length === 0 ? (
            <State icon="server" title={translator.text('server-instances.empty.title')} actions={actions}>
              <p>{translator.text('server-instances.empty.next')}</p>
            </State>
          ) : (
            <InstancesTable instances={listed} onSwitched={instances.reload} />
          )
        }
      </Loading>
    </Panel>
  );
}

interface InstancesTableProps {
  readonly instances: readonly ServerInstanceBody[];
  readonly onSwitched: () => void;
}

function InstancesTable({ instances, onSwitched }: InstancesTableProps) {
  const translator = useTranslator();
  const columns: [Column<ServerInstanceBody>, ...Column<ServerInstanceBody>[]] = [
    {
      id: 'host-name',
      header: translator.text('server-instances.host-name'),
      cell: (instance) => <HostName instance={instance} />,
    },
    {
      id: 'version',
      header: translator.text('server-instances.version'),
      cell: ({ version }) => (version === null ? '–' : <Written text={version} />),
    },
    {
      id: 'accounts',
      header: translator.text('server-instances.accounts'),
      numeric: true,
      cell: ({ accounts }) => (accounts === null ? '–' : translator.number(accounts)),
    },
    {
      id: 'last-sync',
      header: translator.text('server-instances.last-sync'),
      long: true,
      cell: (instance) => <LastSync instance={instance} />,
    },
    {
      id: 'automatic-sync',
      header: translator.text('server-instances.automatic-sync'),
      long: true,
      cell: (instance) => <AutomaticSyncMenu instance={instance} onSwitched={onSwitched} />,
    },
  ];
  return (
    <div class="instances-table">
      <DataTable
        caption={translator.text('server-instances.panel-title')}
        columns={columns}
        rows={instances}
        rowKey={({ host_name: hostName }) => hostName}
      />
    </div>
  );
}

function HostName({ instance }: { readonly instance: ServerInstanceBody }) {
  const translator = useTranslator();
  return (
    <div class="outcome">
      <strong>
        <Written text={instance.host_name} />
      </strong>
      <Disclosure summary={translator.text('server-instances.details')}>
        {() => <InstanceDetails instance={instance} />}
      </Disclosure>
    </div>
  );
}
