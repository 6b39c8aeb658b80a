import type { ComponentChildren } from 'preact';
import './facts.css';

export interface Fact {
  /** Unique in the list. */
  readonly term: string;
  readonly value: ComponentChildren;
}

/** What is known of one thing, each fact beside its name. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
