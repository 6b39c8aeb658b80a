import { useId } from 'preact/hooks';
import { shownText } from '../language/shown-text.ts';
import { Icon, type IconName } from './icon.tsx';
import './select-menu.css';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Where the label is in a language of its own. */
  readonly lang?: string;
}

interface SelectMenuProps<Value extends string> {
  readonly label: string;
  /** For ears only, where a heading says the same to the eyes. */
  readonly labelHidden?: boolean;
  /** Shown in front instead of the label. */
  readonly icon?: IconName;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** One of several. The browser's own control: every keyboard, screen reader and telephone knows it. */
export function SelectMenu<Value extends string>({
  label,
  labelHidden = false,
  icon,
  value,
  choices,
  onChoose,
}: SelectMenuProps<Value>) {
  const id = useId();
  const chosen = (text: string) => {
    const choice = choices.find((candidate) => candidate.value === text);
    if (choice !== undefined) onChoose(choice.value);
  };
  return (
    <div class="select-menu">
      <label for={id} class={icon || labelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {icon && <Icon name={icon} />}
      <select id={id} value={value} onChange={(event) => chosen(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} lang={choice.lang}>
            {shownText(choice.label)}
          </option>
        ))}
      </select>
    </div>
  );
}
