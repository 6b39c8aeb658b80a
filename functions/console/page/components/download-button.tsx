import { useState } from 'preact/hooks';
import { useApi } from '../api/api-context.tsx';
import { ApiError } from '../api/api-error.ts';
import { download } from '../api/downloads.ts';
import { useTranslator } from '../language/language-context.tsx';
import { useAnnounce } from './announcer.tsx';
import { Button } from './button.tsx';

interface DownloadButtonProps {
  readonly path: string;
  readonly label: string;
}

/** A report may have to be made first; until it is there the button says so. */
export function DownloadButton({ path, label }: DownloadButtonProps) {
  const translator = useTranslator();
  const announce = useAnnounce();
  const api = useApi();
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    try {
      await download(api, path);
      announce(translator.text('controls.download-started'));
    } catch (error) {
      const kind = error instanceof ApiError ? error.kind : 'failed';
      announce(
        translator.text(kind === 'not-found' ? 'controls.nothing-to-download' : `errors.${kind}.next`),
        'error',
      );
    }
    setBusy(false);
  };
  return (
    <Button icon="download" busy={busy} onClick={start}>
      {busy ? translator.text('controls.preparing') : label}
    </Button>
  );
}
