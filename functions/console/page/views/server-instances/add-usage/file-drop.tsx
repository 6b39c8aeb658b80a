import { useId } from 'preact/hooks';
import { Icon } from '../../../components/icon.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import './file-drop.css';

const ACCEPTED = '.json,.csv,.gz';

interface FileDropProps {
  /** Files are held over the page. */
  readonly isOver: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped or chosen. The browser's own input does the choosing, for hands, keyboards and ears. */
export function FileDrop({ isOver, onFiles }: FileDropProps) {
  const translator = useTranslator();
  const id = useId();
  const chosen = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])]);
    // The same file may be chosen again, once it is mended.
    input.value = '';
  };
  return (
    <div class={`file-drop ${isOver ? 'file-drop-over' : ''}`}>
      <Icon name="upload" size={24} />
      <p>
        <strong>{translator.text('add-usage.drop')}</strong> {translator.text('add-usage.drop-or')}
      </p>
      <input
        id={id}
        class="visually-hidden"
        type="file"
        multiple
        accept={ACCEPTED}
        onChange={(event) => chosen(event.currentTarget)}
      />
      <label for={id} class="button">
        {translator.text('add-usage.choose')}
      </label>
    </div>
  );
}
