import { useState } from 'preact/hooks';
import type { UploadSummary } from '../../../api/uploads.ts';
import { Age } from '../../../components/age.tsx';
import { Button } from '../../../components/button.tsx';
import { Panel } from '../../../components/panel.tsx';
import { StatusLabel } from '../../../components/status-label.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { RemovalsDialog } from '../removals-dialog.tsx';
import { SourceName } from '../source-name.tsx';
import { HoldText } from './upload-outcome.tsx';
import { UploadedFile } from './uploaded-file.tsx';
import { useAcceptance } from './use-acceptance.ts';
import './held-panel.css';

interface HeldPanelProps {
  readonly held: readonly UploadSummary[];
  readonly onApplied: () => void;
}

/** The uploads that an owner has to decide about. Nothing when there is none. */
export function HeldPanel({ held, onApplied }: HeldPanelProps) {
  const translator = useTranslator();
  const [asked, setAsked] = useState<UploadSummary | null>(null);
  const { accepted, accept } = useAcceptance(onApplied);
  if (held.length === 0) return null;
  return (
    <Panel urgent title={translator.text('uploads.held-panel')} lead={translator.text('uploads.held-lead')}>
      <ul class="held-uploads">
        {held.map((upload) => (
          <li key={upload.id}>
            <HeldUpload upload={upload} />
            {accepted.has(upload.id) ? (
              <StatusLabel tone="accent" icon="sync" text={translator.text('uploads.accepted')} />
            ) : (
              <Button onClick={() => setAsked(upload)}>{translator.text('uploads.decide')}</Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <RemovalsDialog
          explanation={<HeldUpload upload={asked} />}
          next={translator.text('uploads.accept.explain')}
          confirm={translator.text('uploads.accept.do', { count: asked.hold?.accounts_removed ?? 0 })}
          onConfirm={() => accept(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  );
}

function HeldUpload({ upload }: { readonly upload: UploadSummary }) {
  return (
    <div class="held-upload">
      <strong>
        <UploadedFile upload={upload} />
      </strong>
      <span class="muted">
        {upload.source && (
          <>
            <SourceName source={upload.source} />
            {' · '}
          </>
        )}
        <Age of={upload.received_at} />
      </span>
      {upload.hold && (
        <span>
          <HoldText hold={upload.hold} />
        </span>
      )}
    </div>
  );
}
