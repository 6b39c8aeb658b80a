import type { ComponentChildren } from 'preact';
import type { Usage } from '../../api/usage.ts';
import { useTranslator } from '../../language/language-context.tsx';
import './key-figures.css';

export function KeyFigures({ usage }: { readonly usage: Usage }) {
  const translator = useTranslator();
  const { consumed, purchased, available, as_of: asOf } = usage;
  const known = (value: number | null) =>
    value === null ? translator.text('usage.not-known') : translator.number(value);
  const isShort = available !== null && available < 0;
  return (
    <section class="key-figures wide" aria-label={translator.text('usage.key-figures')}>
      <dl>
        <Figure label={translator.text('usage.consumed')} value={known(consumed)}>
          {translator.text('usage.of-people', { count: usage.people })}
        </Figure>
        <Figure label={translator.text('usage.purchased')} value={known(purchased)}>
          {translator.text(purchased === null ? 'usage.purchased-not-told' : 'usage.purchased-by-github')}
        </Figure>
        <Figure label={translator.text('usage.available')} value={known(available)} alarming={isShort}>
          {isShort && translator.text('usage.more-than-purchased', { count: -available })}
          {!isShort && purchased !== null && (
            <meter
              min={0}
              max={purchased}
              value={consumed}
              aria-label={translator.text('usage.share-consumed')}
            />
          )}
        </Figure>
      </dl>
      {asOf && (
        <p class="muted">
          {translator.text('usage.as-of', {
            instant: translator.dateTime(asOf),
            age: translator.age(asOf, new Date()),
          })}
        </p>
      )}
    </section>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly alarming?: boolean;
  readonly children: ComponentChildren;
}

function Figure({ label, value, alarming = false, children }: FigureProps) {
  return (
    <div class="figure">
      <dt>{label}</dt>
      <dd class={alarming ? 'figure-value alarming' : 'figure-value'}>{value}</dd>
      <dd class="muted">{children}</dd>
    </div>
  );
}
