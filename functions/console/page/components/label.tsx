import type { ComponentChildren } from 'preact';
import './label.css';

interface LabelProps {
  readonly tone?: 'default' | 'success' | 'attention' | 'danger' | 'done' | 'accent';
  readonly children: ComponentChildren;
}

/** A state in a word or two. Its color only repeats what the word says. */
export function Label({ tone = 'default', children }: LabelProps) {
  return <span class={`label label-${tone}`}>{children}</span>;
}
