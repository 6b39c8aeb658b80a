import { shortened } from '../language/shortened.ts';
import './written.css';

interface WrittenProps {
  readonly text: string;
  /** An address or the key of an account, rather than a name. */
  readonly code?: boolean;
}

/** What people or their programs have written: its direction stays its own, and its length within reason. */
export function Written({ text, code = false }: WrittenProps) {
  const shown = shortened(text);
  return (
    <bdi class={code ? 'written written-code' : 'written'} title={shown === text ? undefined : text}>
      {shown}
    </bdi>
  );
}
