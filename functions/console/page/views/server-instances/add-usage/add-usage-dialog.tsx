import { Dialog } from '../../../components/dialog.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { FileDrop } from './file-drop.tsx';
import { FileProgress } from './file-progress.tsx';
import type { FileUpload } from './file-uploads.ts';
import type { FileUploads } from './use-file-uploads.ts';
import './add-usage-dialog.css';

interface AddUsageDialogProps {
  readonly fileUploads: FileUploads;
  /** Of the instances that are known. */
  readonly hostNames: readonly string[];
  readonly isOver: boolean;
  readonly onClose: () => void;
}

/** "Add server usage": files go in, and what became of each is told. Closing it stops nothing. */
export function AddUsageDialog({ fileUploads, hostNames, isOver, onClose }: AddUsageDialogProps) {
  const translator = useTranslator();
  const { uploads, add } = fileUploads;
  return (
    <Dialog title={translator.text('add-usage.title')} onClose={onClose}>
      <div class="add-usage">
        <p class="muted">{translator.text('add-usage.lead')}</p>
        <FileDrop isOver={isOver} onFiles={add} />
        {uploads.length > 0 && (
          <ul class="file-progress-list" aria-label={translator.text('add-usage.files')}>
            {uploads.map((upload) => (
              <FileProgress key={upload.id} upload={upload} hostNames={hostNames} actions={fileUploads} />
            ))}
          </ul>
        )}
        <Outcomes uploads={uploads} />
      </div>
    </Dialog>
  );
}

/** For ears: each outcome once, when it is known. */
function Outcomes({ uploads }: { readonly uploads: readonly FileUpload[] }) {
  const translator = useTranslator();
  return (
    <div class="visually-hidden" role="log">
      {uploads.map(({ id, file, stage }) => {
        if (stage.name !== 'told' && stage.name !== 'failed') return null;
        const outcome =
          stage.name === 'told'
            ? translator.text(`uploads.${stage.upload.state}.title`)
            : translator.text('add-usage.failed');
        return <p key={id}>{translator.text('add-usage.told', { file: file.name, outcome })}</p>;
      })}
    </div>
  );
}
