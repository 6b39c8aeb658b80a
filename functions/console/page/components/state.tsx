import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import './state.css';

interface StateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
  /** What to do next. */
  readonly actions?: ComponentChildren;
  /** An error is told at once to whoever listens to the page. */
  readonly urgent?: boolean;
}

/** In the place of content: there is none, it failed, or one may not see it. */
export function State({ icon, title, children, actions, urgent = false }: StateProps) {
  return (
    <div class="state" role={urgent ? 'alert' : undefined}>
      <Icon name={icon} size={24} />
      <p class="state-title">{title}</p>
      {children && <div class="state-text muted">{children}</div>}
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}
