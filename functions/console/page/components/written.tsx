import { shownText, withVisibleControls } from '../language/shown-text.ts';
import './written.css';

interface WrittenProps {
  readonly text: string;
  /** An address or the key of an account, rather than a name. */
  readonly code?: boolean;
  /** However long it is: where somebody wrote it to be read. */
  readonly whole?: boolean;
}

/** What people or their programs have written. All of it is in the tooltip where it is not shown as it is. */
export function Written({ text, code = false, whole = false }: WrittenProps) {
  const shown = whole ? withVisibleControls(text) : shownText(text);
  return (
    <bdi class={code ? 'written written-code' : 'written'} title={shown === text ? undefined : text}>
      {shown}
    </bdi>
  );
}
