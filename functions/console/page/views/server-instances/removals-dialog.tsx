import type { ComponentChildren } from 'preact';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import './removals-dialog.css';

interface RemovalsDialogProps {
  /** What would be removed. */
  readonly explanation: ComponentChildren;
  /** How to decide. */
  readonly next: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks whether accounts may be removed, and says what that means. */
export function RemovalsDialog({ explanation, next, confirm, onConfirm, onClose }: RemovalsDialogProps) {
  const translator = useTranslator();
  const confirmed = () => {
    onClose();
    onConfirm();
  };
  return (
    <Dialog title={translator.text('uploads.accept.title')} onClose={onClose}>
      <div class="removals">
        {explanation}
        <p>{next}</p>
        <div class="actions">
          <Button onClick={onClose}>{translator.text('controls.cancel')}</Button>
          <Button variant="danger" onClick={confirmed}>
            {confirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
