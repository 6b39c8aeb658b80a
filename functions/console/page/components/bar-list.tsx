import type { ComponentChildren } from 'preact';
import { useTranslator } from '../language/language-context.tsx';
import type { BarColor } from './stacked-bar.tsx';
import './bar-list.css';

export interface BarListItem {
  /** Unique in the list. */
  readonly key: string;
  readonly label: ComponentChildren;
  /** Where those are who were counted. */
  readonly href: string;
  readonly value: number;
}

interface BarListProps {
  readonly items: readonly BarListItem[];
  /** What a bar of the whole width stands for. */
  readonly whole: number;
  readonly color: BarColor;
}

/** Counts of one kind, each with a bar that repeats its number. */
export function BarList({ items, whole, color }: BarListProps) {
  const translator = useTranslator();
  return (
    <ul class="bar-list">
      {items.map(({ key, label, href, value }) => (
        <li key={key}>
          <a href={href}>{label}</a>
          <span class="bar-list-value">{translator.number(value)}</span>
          <span class="bar-list-bar" aria-hidden="true">
            <span class={`bar-${color}`} style={{ width: `${(100 * value) / Math.max(whole, value)}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
