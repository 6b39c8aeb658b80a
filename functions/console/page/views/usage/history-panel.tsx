import { useMemo, useState } from 'preact/hooks';
import type { UsageHistoryBody } from '../../../../../shared/contracts/http/usage-history.ts';
import { useApi } from '../../api/api-context.tsx';
import { readUsageHistory } from '../../api/usage.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Button } from '../../components/button.tsx';
import { LineChart } from '../../components/line-chart.tsx';
import { Loading } from '../../components/loading.tsx';
import { Panel } from '../../components/panel.tsx';
import { SelectMenu } from '../../components/select-menu.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { firstDayOf, RANGES, type Range } from './history-range.ts';
import { HistoryTable } from './history-table.tsx';

type Day = UsageHistoryBody['days'][number];

/** Consumed and purchased licenses over time, as a chart or as a table. */
export function HistoryPanel() {
  const translator = useTranslator();
  const api = useApi();
  const [range, setRange] = useState<Range>('year');
  const [asTable, setAsTable] = useState(false);
  const history = useLoaded(
    (signal) => readUsageHistory(api, firstDayOf(range, new Date()), signal),
    [range],
  );
  const actions = (
    <>
      <SelectMenu
        label={translator.text('usage.range')}
        value={range}
        choices={RANGES.map((value) => ({ value, label: translator.text(`usage.range-${value}`) }))}
        onChoose={setRange}
      />
      <Button icon={asTable ? 'graph' : 'table'} onClick={() => setAsTable(!asTable)}>
        {translator.text(asTable ? 'usage.as-chart' : 'usage.as-table')}
      </Button>
    </>
  );
  return (
    <div class="wide">
      <Panel
        title={translator.text('usage.history')}
        lead={translator.text('usage.history-lead')}
        actions={actions}
      >
        <Loading of={history}>
          {({ days }) => (asTable ? <HistoryTable days={days} /> : <HistoryChart days={days} />)}
        </Loading>
      </Panel>
    </div>
  );
}

function HistoryChart({ days }: { readonly days: readonly Day[] }) {
  const translator = useTranslator();
  const first = days[0];
  const last = days.at(-1);
  const dates = useMemo(() => days.map(({ day }) => day), [days]);
  const lines = useMemo(
    () => [
      {
        label: translator.text('usage.consumed'),
        color: '--data-blue-color-emphasis' as const,
        dashed: false,
        values: days.map(({ consumed }) => consumed),
      },
      {
        label: translator.text('usage.purchased'),
        color: '--fgColor-muted' as const,
        dashed: true,
        values: days.map(({ purchased }) => purchased),
      },
    ],
    [days, translator],
  );
  if (first === undefined || last === undefined) return <p>{translator.text('usage.no-history')}</p>;
  // One point is no line.
  if (first === last) return <HistoryTable days={days} />;
  const label = translator.text('usage.history-in-words', {
    first: translator.day(first.day),
    before: first.consumed,
    last: translator.day(last.day),
    now: last.consumed,
  });
  return <LineChart label={label} days={dates} lines={lines} />;
}
