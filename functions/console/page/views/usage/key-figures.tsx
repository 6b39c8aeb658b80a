import type { ComponentChildren } from 'preact';
import type { Usage } from '../../api/usage.ts';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefOf } from '../../router/route.ts';
import './key-figures.css';

/** From this share on, what is left is little. */
const HIGH_SHARE = 0.9;

/** How many licenses, how many are left, and how many could be. */
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
          {!isShort && purchased !== null && purchased > 0 && (
            <ShareConsumed consumed={consumed} purchased={purchased} />
          )}
        </Figure>
        <Recoverable usage={usage} />
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

interface ShareConsumedProps {
  readonly consumed: number;
  readonly purchased: number;
}

function ShareConsumed({ consumed, purchased }: ShareConsumedProps) {
  const translator = useTranslator();
  return (
    <>
      {translator.text('usage.share', { share: translator.share(consumed / purchased) })}
      <meter
        max={purchased}
        high={HIGH_SHARE * purchased}
        optimum={0}
        value={consumed}
        aria-label={translator.text('usage.share-consumed')}
      />
    </>
  );
}

function Recoverable({ usage }: { readonly usage: Usage }) {
  const translator = useTranslator();
  const { seats_recoverable: count, github, reconciliation } = usage;
  const counted = reconciliation?.totals.github ?? github.seats_consumed;
  return (
    <Figure label={translator.text('usage.recoverable')} value={translator.number(count)}>
      {counted !== null && translator.text('usage.recoverable-of', { count: counted })}{' '}
      {count > 0 && <a href={hrefOf(['findings'])}>{translator.text('usage.show-how')}</a>}
    </Figure>
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
