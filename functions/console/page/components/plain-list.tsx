import type { ComponentChildren } from 'preact';
import './plain-list.css';

interface PlainListProps {
  readonly items: readonly ComponentChildren[];
}

/** One below the other, without bullets. */
export function PlainList({ items }: PlainListProps) {
  return (
    <ul class="plain-list">
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}
