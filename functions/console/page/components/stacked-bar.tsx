import type { ComponentChildren } from 'preact';
import './stacked-bar.css';

/** In the order of Primer's data colors that are told apart without seeing color: by lightness as well. */
const BAR_COLORS = ['blue', 'purple', 'orange', 'gray'] as const;
export type BarColor = (typeof BAR_COLORS)[number];

export interface BarPart {
  readonly color: BarColor;
  readonly value: number;
}

/** Decoration beside a table that has the same numbers in words. */
export function StackedBar({ parts }: { readonly parts: readonly BarPart[] }) {
  return (
    <div class="stacked-bar" aria-hidden="true">
      {parts
        .filter(({ value }) => value > 0)
        .map(({ color, value }) => (
          <span key={color} class={`bar-${color}`} style={{ flexGrow: value }} />
        ))}
    </div>
  );
}

interface KeyedProps {
  readonly color: BarColor;
  readonly children: ComponentChildren;
}

/** A word with the color that stands for it. */
export function Keyed({ color, children }: KeyedProps) {
  return (
    <span class="keyed">
      <span class={`key bar-${color}`} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
