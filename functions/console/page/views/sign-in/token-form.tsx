import { useId, useState } from 'preact/hooks';
import { useApi } from '../../api/api-context.tsx';
import { ApiError } from '../../api/api-error.ts';
import { type Session, signInByToken } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { tokenProblemOf } from './token-problem.ts';

interface TokenFormProps {
  /** Whether it is the only way in. */
  readonly open: boolean;
  readonly onSignedIn: (session: Session) => void;
}

/** The alternative to the sign-in at GitHub. The token is sent once, and not kept in the page. */
export function TokenForm({ open, onSignedIn }: TokenFormProps) {
  const translator = useTranslator();
  const api = useApi();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (form: HTMLFormElement) => {
    const token = String(new FormData(form).get('token')).trim();
    setBusy(true);
    try {
      onSignedIn(await signInByToken(api, token));
    } catch (error) {
      const kind = error instanceof ApiError ? error.kind : 'failed';
      setProblem(translator.text(tokenProblemOf(kind)));
      setBusy(false);
    }
  };
  return (
    <details class="sign-in-token" open={open}>
      <summary>{translator.text('sign-in.with-token')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <div class="field">
          <label for={id}>{translator.text('sign-in.token')}</label>
          <input
            id={id}
            name="token"
            type="password"
            required
            autocomplete="off"
            spellcheck={false}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-hint ${id}-problem`}
          />
          <p id={`${id}-hint`} class="hint">
            {translator.rich('sign-in.token-hint', { scope: <code>{REQUIRED_SCOPE}</code> })}
          </p>
          <p id={`${id}-problem`} class="problem" role="alert">
            {problem}
          </p>
        </div>
        <Button type="submit" icon="key" busy={busy}>
          {translator.text('sign-in.submit')}
        </Button>
      </form>
    </details>
  );
}

const REQUIRED_SCOPE = 'read:enterprise';
