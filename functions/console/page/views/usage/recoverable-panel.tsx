import { FINDING_KINDS } from '../../../../../shared/domain/finding.ts';
import type { Usage } from '../../api/usage.ts';
import { BarList } from '../../components/bar-list.tsx';
import { Panel } from '../../components/panel.tsx';
import { State } from '../../components/state.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefOf } from '../../router/route.ts';

/** What would free licenses, what frees most first. */
export function RecoverablePanel({ usage }: { readonly usage: Usage }) {
  const translator = useTranslator();
  const seats = (kind: (typeof FINDING_KINDS)[number]) => usage.findings[kind].seats;
  const kinds = FINDING_KINDS.filter((kind) => seats(kind) > 0).sort((a, b) => seats(b) - seats(a));
  return (
    <Panel
      title={translator.text('usage.recoverable-title')}
      lead={kinds.length > 0 && translator.text('usage.recoverable-lead')}
    >
      {kinds.length === 0 ? (
        <State icon="check-circle" title={translator.text('usage.nothing-recoverable')} />
      ) : (
        <BarList
          color="orange"
          whole={usage.seats_recoverable}
          items={kinds.map((kind) => ({
            key: kind,
            label: translator.text(`findings.${kind}.title`),
            href: hrefOf(['findings'], { kind }),
            value: seats(kind),
          }))}
        />
      )}
    </Panel>
  );
}
