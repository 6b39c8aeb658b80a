import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './panel.css';

interface PanelProps {
  readonly title: string;
  /** Of the heading: 3 within a part that has one itself. */
  readonly level?: 2 | 3;
  /** Somebody has to act. */
  readonly urgent?: boolean;
  readonly lead?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of a view under a heading of its own. */
export function Panel({ title, level = 2, urgent = false, lead, actions, children }: PanelProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class={urgent ? 'panel panel-urgent' : 'panel'} aria-labelledby={id}>
      <header class="panel-header">
        <div>
          <Heading id={id}>{title}</Heading>
          {lead && <p class="muted">{lead}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </header>
      <div class="panel-body">{children}</div>
    </section>
  );
}
