import { useId, useState } from 'preact/hooks';
import { useApi } from '../../api/api-context.tsx';
import { ApiError } from '../../api/api-error.ts';
import { dismissFinding, type Finding } from '../../api/findings.ts';
import { useAnnounce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useTranslator } from '../../language/language-context.tsx';

interface DismissDialogProps {
  readonly finding: Finding;
  readonly onDismissed: () => void;
  readonly onClose: () => void;
}

/** As long as the API takes. */
const MAX_REASON_LENGTH = 500;

/** Asks why a finding may be left as it is, so that the next owner knows. */
export function DismissDialog({ finding, onDismissed, onClose }: DismissDialogProps) {
  const translator = useTranslator();
  const announce = useAnnounce();
  const api = useApi();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (form: HTMLFormElement) => {
    setBusy(true);
    try {
      await dismissFinding(api, finding, String(new FormData(form).get('reason')));
      announce(translator.text('findings.was-dismissed'));
      onDismissed();
    } catch (error) {
      const kind = error instanceof ApiError ? error.kind : 'failed';
      setProblem(translator.text(kind === 'invalid' ? 'findings.reason-needed' : `errors.${kind}.next`));
      setBusy(false);
    }
  };
  return (
    <Dialog title={translator.text('findings.dismiss-title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <div class="field">
          <label for={id}>{translator.text('findings.reason')}</label>
          <textarea
            id={id}
            name="reason"
            required
            maxLength={MAX_REASON_LENGTH}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-hint ${id}-problem`}
          />
          <p id={`${id}-hint`} class="hint">
            {translator.text('findings.reason-hint')}
          </p>
          <p id={`${id}-problem`} class="problem" role="alert">
            {problem}
          </p>
        </div>
        <div class="actions">
          <Button type="submit" variant="primary" busy={busy}>
            {translator.text('findings.dismiss')}
          </Button>
          <Button onClick={onClose}>{translator.text('controls.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
