import { useCallback, useState } from 'preact/hooks';
import type { SyncWanted } from '../../api/sync-runs.ts';
import { Button } from '../../components/button.tsx';
import { View } from '../../components/view.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import type { Route } from '../../router/route.ts';
import { AddUsageDialog } from './add-usage/add-usage-dialog.tsx';
import { useFileDrop } from './add-usage/use-file-drop.ts';
import { useFileUploads } from './add-usage/use-file-uploads.ts';
import { InstancesPanel } from './instances/instances-panel.tsx';
import { FollowedRunPanel } from './syncs/followed-run-panel.tsx';
import { SyncRunsPanel } from './syncs/sync-runs-panel.tsx';
import { useSyncNow } from './syncs/use-sync-now.ts';
import { HeldPanel } from './uploads/held-panel.tsx';
import { UploadsPanel } from './uploads/uploads-panel.tsx';
import { useServerInstances } from './use-server-instances.ts';
import './server-instances-view.css';

const EVERYTHING: SyncWanted = { sources: null, acceptRemovals: false };

/** The instances, how old what is known of them is, and the two ways to have it newer: a file, and a sync. */
export function ServerInstancesView({ route }: { readonly route: Route }) {
  const translator = useTranslator();
  const { instances, runs, newestRuns, uploads, held, reload } = useServerInstances(route);
  const syncNow = useSyncNow({ newestRuns, onChanged: reload });
  const fileUploads = useFileUploads(reload);
  const [isAdding, setAdding] = useState(false);
  const isOver = useFileDrop(
    useCallback((files) => {
      fileUploads.add(files);
      setAdding(true);
    }, []),
  );
  const closeDialog = () => {
    setAdding(false);
    fileUploads.removeSettled();
  };
  const actions = (
    <>
      <Button icon="sync" busy={syncNow.isBusy} onClick={() => syncNow.start(EVERYTHING)}>
        {translator.text('syncs.sync-now')}
      </Button>
      <Button icon="upload" variant="primary" onClick={() => setAdding(true)}>
        {translator.text('add-usage.title')}
      </Button>
    </>
  );
  const hostNames = instances.value?.server_instances.map(({ host_name: hostName }) => hostName) ?? [];
  return (
    <View
      title={translator.text('server-instances.title')}
      lead={translator.text('server-instances.lead')}
      actions={actions}
    >
      {syncNow.run && <FollowedRunPanel run={syncNow.run} onSync={syncNow.start} />}
      <HeldPanel held={held} onApplied={reload} />
      <InstancesPanel instances={instances} actions={actions} />
      <SyncRunsPanel runs={runs} route={route} onSync={syncNow.start} />
      <UploadsPanel uploads={uploads} route={route} />
      {isAdding && (
        <AddUsageDialog
          fileUploads={fileUploads}
          hostNames={hostNames}
          isOver={isOver}
          onClose={closeDialog}
        />
      )}
    </View>
  );
}
