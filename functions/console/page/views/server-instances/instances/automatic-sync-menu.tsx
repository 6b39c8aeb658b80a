import { useState } from 'preact/hooks';
import { useApi } from '../../../api/api-context.tsx';
import { ApiError } from '../../../api/api-error.ts';
import {
  type AutomaticSync,
  type ServerInstanceBody,
  switchAutomaticSync,
} from '../../../api/server-instances.ts';
import { useAnnounce } from '../../../components/announcer.tsx';
import { SelectMenu } from '../../../components/select-menu.tsx';
import { useTranslator } from '../../../language/language-context.tsx';

interface AutomaticSyncMenuProps {
  readonly instance: ServerInstanceBody;
  readonly onSwitched: () => void;
}

/** "Server can sync user license count and usage": Enabled or Disabled. */
export function AutomaticSyncMenu({ instance, onSwitched }: AutomaticSyncMenuProps) {
  const { host_name: hostName, automatic_sync: automaticSync } = instance;
  const translator = useTranslator();
  const api = useApi();
  const announce = useAnnounce();
  /** What was chosen, until the list tells it too. */
  const [chosen, setChosen] = useState<AutomaticSync | null>(null);
  const choose = async (value: AutomaticSync) => {
    setChosen(value);
    try {
      const { automatic_sync: switched } = await switchAutomaticSync(api, hostName, value);
      setChosen(switched);
      const key = switched === 'enabled' ? 'switched-on' : 'switched-off';
      announce(translator.text(`server-instances.${key}`, { instance: hostName }));
      onSwitched();
    } catch (error) {
      setChosen(null);
      const reason = translator.text(`errors.${error instanceof ApiError ? error.kind : 'failed'}.next`);
      announce(translator.text('server-instances.not-switched', { instance: hostName, reason }), 'error');
    }
  };
  return (
    <SelectMenu
      label={translator.text('server-instances.automatic-sync-of', { instance: hostName })}
      labelHidden
      value={chosen ?? automaticSync}
      choices={[
        { value: 'enabled', label: translator.text('server-instances.enabled') },
        { value: 'disabled', label: translator.text('server-instances.disabled') },
      ]}
      onChoose={choose}
    />
  );
}
