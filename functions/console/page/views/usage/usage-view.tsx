import { useApi } from '../../api/api-context.tsx';
import { readUsage, type Usage } from '../../api/usage.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { DownloadButton } from '../../components/download-button.tsx';
import { Loading } from '../../components/loading.tsx';
import { State } from '../../components/state.tsx';
import { View } from '../../components/view.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefOf } from '../../router/route.ts';
import { DeploymentPanel } from './deployment-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { InstancesPanel } from './instances-panel.tsx';
import { KeyFigures } from './key-figures.tsx';
import { ReasonsPanel } from './reasons-panel.tsx';
import { ReconciliationPanel } from './reconciliation-panel.tsx';
import { RecoverablePanel } from './recoverable-panel.tsx';
import './usage-view.css';

/** How many user licenses are consumed, by whom and why, and why GitHub's number is another. */
export function UsageView() {
  const translator = useTranslator();
  const api = useApi();
  const usage = useLoaded((signal) => readUsage(api, signal), []);
  return (
    <View
      title={translator.text('usage.title')}
      lead={translator.text('usage.lead')}
      actions={
        <DownloadButton path="/report.csv?bom=true" label={translator.text('usage.download-csv-report')} />
      }
    >
      <Loading of={usage}>
        {(loaded) => (loaded.merge_id === null ? <NothingYet /> : <UsagePanels usage={loaded} />)}
      </Loading>
    </View>
  );
}

function NothingYet() {
  const translator = useTranslator();
  return (
    <State
      icon="server"
      title={translator.text('usage.nothing-yet')}
      actions={
        <a class="button button-primary" href={hrefOf(['server-instances'])}>
          {translator.text('usage.go-to-server-instances')}
        </a>
      }
    >
      <p>{translator.text('usage.how-to-begin')}</p>
    </State>
  );
}

function UsagePanels({ usage }: { readonly usage: Usage }) {
  return (
    <div class="usage-panels">
      <KeyFigures usage={usage} />
      <ReasonsPanel usage={usage} />
      <DeploymentPanel usage={usage} />
      <RecoverablePanel usage={usage} />
      <ReconciliationPanel usage={usage} />
      <HistoryPanel />
      <InstancesPanel usage={usage} />
    </div>
  );
}
