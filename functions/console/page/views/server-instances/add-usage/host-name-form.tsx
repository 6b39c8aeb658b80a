import { useId, useState } from 'preact/hooks';
import { normalizeHostName } from '../../../../../../shared/domain/host-name.ts';
import { Button } from '../../../components/button.tsx';
import { useTranslator } from '../../../language/language-context.tsx';

const EXAMPLE = 'ghe.example.com';

interface HostNameFormProps {
  /** Of the instances that are known: suggestions. */
  readonly hostNames: readonly string[];
  readonly onNamed: (hostName: string) => void;
}

/** Asks which instance a users report is from. */
export function HostNameForm({ hostNames, onNamed }: HostNameFormProps) {
  const translator = useTranslator();
  const id = useId();
  const [isWrong, setWrong] = useState(false);
  const submit = (form: HTMLFormElement) => {
    const hostName = normalizeHostName(String(new FormData(form).get('host-name')));
    setWrong(hostName === null);
    if (hostName !== null) onNamed(hostName);
  };
  return (
    <form
      class="host-name-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <div class="field">
        <label for={id}>{translator.text('add-usage.host-name')}</label>
        <input
          id={id}
          name="host-name"
          list={`${id}-known`}
          placeholder={EXAMPLE}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          dir="ltr"
          required
          aria-invalid={isWrong}
          aria-describedby={`${id}-hint ${id}-problem`}
        />
        <datalist id={`${id}-known`}>
          {hostNames.map((hostName) => (
            <option key={hostName} value={hostName} />
          ))}
        </datalist>
        <p id={`${id}-hint`} class="hint">
          {translator.text('add-usage.host-name-hint')}
        </p>
        <p id={`${id}-problem`} class="problem" role="alert">
          {isWrong && translator.text('add-usage.host-name-wrong', { example: EXAMPLE })}
        </p>
      </div>
      <Button type="submit" icon="upload">
        {translator.text('add-usage.host-name-submit')}
      </Button>
    </form>
  );
}
