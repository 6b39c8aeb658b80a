import { Icon, type IconName } from './icon.tsx';
import './status-label.css';

type StatusTone = 'neutral' | 'accent' | 'success' | 'attention' | 'danger';

/** How a state looks. */
export interface StatusLook {
  readonly icon: IconName;
  readonly tone: StatusTone;
}

interface StatusLabelProps extends Partial<StatusLook> {
  readonly text: string;
  readonly icon: IconName;
}

/** What state something is in: in words, with a sign and a color that say no more than the words. */
export function StatusLabel({ text, icon, tone = 'neutral' }: StatusLabelProps) {
  return (
    <span class={`status-label status-${tone}`}>
      <Icon name={icon} />
      <span>{text}</span>
    </span>
  );
}
