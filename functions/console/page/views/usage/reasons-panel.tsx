import { CONSUMPTION_TABLE, type ConsumptionReason } from '../../../../../shared/domain/consumption.ts';
import type { Usage } from '../../api/usage.ts';
import { BarList } from '../../components/bar-list.tsx';
import { Panel } from '../../components/panel.tsx';
import type { BarColor } from '../../components/stacked-bar.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefOf } from '../../router/route.ts';
import './reasons-panel.css';

/** People by why they consume a license or none, the most frequent reason first. */
export function ReasonsPanel({ usage }: { readonly usage: Usage }) {
  const translator = useTranslator();
  return (
    <Panel title={translator.text('usage.by-reason')} lead={translator.text('usage.by-reason-lead')}>
      <div class="reasons">
        <Reasons usage={usage} consumes color="blue" />
        <Reasons usage={usage} consumes={false} color="gray" />
      </div>
    </Panel>
  );
}

interface ReasonsProps {
  readonly usage: Usage;
  readonly consumes: boolean;
  readonly color: BarColor;
}

function Reasons({ usage, consumes, color }: ReasonsProps) {
  const translator = useTranslator();
  const people = (reason: ConsumptionReason) => usage.by_reason[reason];
  const reasons = CONSUMPTION_TABLE.filter((row) => row.consumes === consumes && people(row.reason) > 0)
    .map(({ reason }) => reason)
    .sort((a, b) => people(b) - people(a));
  if (reasons.length === 0) return null;
  const count = consumes ? usage.consumed : usage.people - usage.consumed;
  return (
    <section>
      <h3>{translator.text(consumes ? 'usage.consume' : 'usage.consume-none', { count })}</h3>
      <BarList
        color={color}
        whole={usage.people}
        items={reasons.map((reason) => ({
          key: reason,
          label: translator.text(`consumption.reason.${reason}`),
          href: hrefOf(['people'], { reason }),
          value: people(reason),
        }))}
      />
    </section>
  );
}
