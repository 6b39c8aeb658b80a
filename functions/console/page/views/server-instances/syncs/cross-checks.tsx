import type { PullBody } from '../../../api/sync-runs.ts';
import { Disclosure } from '../../../components/disclosure.tsx';
import { useTranslator } from '../../../language/language-context.tsx';

/** Numbers that the source tells of itself beside those that were counted; open when one differs. */
export function CrossChecks({ checks }: { readonly checks: PullBody['cross_checks'] }) {
  const translator = useTranslator();
  const differs = checks.some(({ difference }) => difference !== 0);
  return (
    <Disclosure summary={translator.text('syncs.cross-checks')} initiallyOpen={differs}>
      {() => (
        <ul class="cross-checks">
          {checks.map(({ name, told, counted, difference }) => (
            <li key={name}>
              {translator.text('syncs.cross-check', {
                name: translator.text(`syncs.check.${name}`),
                told,
                counted,
                difference: translator.difference(difference),
              })}
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
