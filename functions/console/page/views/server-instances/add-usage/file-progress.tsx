import type { ComponentChildren } from 'preact';
import { Button, IconButton } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { ProgressBar } from '../../../components/progress-bar.tsx';
import { StatusLabel } from '../../../components/status-label.tsx';
import { Written } from '../../../components/written.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { UploadOutcome } from '../uploads/upload-outcome.tsx';
import { UploadState } from '../uploads/upload-state.tsx';
import { type FileUpload, isSettled, type SendFailure, wantsHostName } from './file-uploads.ts';
import { HostNameForm } from './host-name-form.tsx';
import type { FileUploads } from './use-file-uploads.ts';

interface FileProgressProps {
  readonly upload: FileUpload;
  readonly hostNames: readonly string[];
  readonly actions: FileUploads;
}

/** One file: how far it is, what became of it, and what there is to do. */
export function FileProgress({ upload, hostNames, actions }: FileProgressProps) {
  const translator = useTranslator();
  const { id, file, stage } = upload;
  const canBeRemoved = isSettled(stage) || stage.name === 'host-name-wanted';
  return (
    <li class="file-progress">
      <div class="file-progress-name">
        <Icon name="file" />
        <strong>
          <Written text={file.name} />
        </strong>
        {canBeRemoved && (
          <IconButton
            icon="x"
            label={translator.text('add-usage.remove', { file: file.name })}
            onClick={() => actions.remove(id)}
          />
        )}
      </div>
      <Stage upload={upload} onRetry={() => actions.retry(id)} />
      {wantsHostName(upload) && (
        <HostNameForm hostNames={hostNames} onNamed={(hostName) => actions.nameHost(id, hostName)} />
      )}
    </li>
  );
}

interface StageProps {
  readonly upload: FileUpload;
  readonly onRetry: () => void;
}

function Stage({ upload: { file, stage }, onRetry }: StageProps): ComponentChildren {
  const translator = useTranslator();
  const sendingLabel = translator.text('add-usage.sending-file', { file: file.name });
  switch (stage.name) {
    case 'host-name-wanted':
      return (
        <StatusLabel tone="attention" icon="alert" text={translator.text('add-usage.host-name-wanted')} />
      );
    case 'waiting':
      return <StatusLabel icon="clock" text={translator.text('add-usage.waiting')} />;
    case 'sending':
      return (
        <>
          <StatusLabel tone="accent" icon="upload" text={translator.text('add-usage.sending')} />
          <ProgressBar label={sendingLabel} share={stage.share} />
        </>
      );
    case 'reading':
      return (
        <>
          <StatusLabel tone="accent" icon="sync" text={translator.text('add-usage.reading')} />
          <ProgressBar label={sendingLabel} share={null} />
          <p class="muted">{translator.text('add-usage.reading-next')}</p>
        </>
      );
    case 'told':
      return (
        <>
          <UploadState state={stage.upload.state} />
          <UploadOutcome upload={stage.upload} />
        </>
      );
    case 'failed':
      return <Failure failure={stage.failure} onRetry={onRetry} />;
  }
}

interface FailureProps {
  readonly failure: SendFailure;
  readonly onRetry: () => void;
}

function Failure({ failure, onRetry }: FailureProps) {
  const translator = useTranslator();
  const isOfBucket = failure === 'no-connection' || failure === 'refused';
  return (
    <>
      <StatusLabel tone="danger" icon="alert" text={translator.text('add-usage.failed')} />
      <p>{translator.text(isOfBucket ? `add-usage.${failure}` : `errors.${failure}.next`)}</p>
      <div class="actions">
        <Button icon="upload" onClick={onRetry}>
          {translator.text('add-usage.again')}
        </Button>
      </div>
    </>
  );
}
