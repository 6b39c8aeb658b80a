import type { UsageHistoryBody } from '../../../../../shared/contracts/http/usage-history.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { useTranslator } from '../../language/language-context.tsx';

type Day = UsageHistoryBody['days'][number];

/** The newest day first. */
export function HistoryTable({ days }: { readonly days: readonly Day[] }) {
  const translator = useTranslator();
  const columns: readonly [Column<Day>, ...Column<Day>[]] = [
    {
      id: 'day',
      header: translator.text('usage.day'),
      cell: ({ day }) => <time dateTime={day}>{translator.day(day)}</time>,
    },
    ...(['consumed', 'purchased', 'available', 'people'] as const).map((name) => ({
      id: name,
      header: translator.text(`usage.${name}`),
      numeric: true,
      cell: (day: Day) => {
        const value = day[name];
        return value === null ? translator.text('usage.not-known') : translator.number(value);
      },
    })),
  ];
  if (days.length === 0) return <p>{translator.text('usage.no-history')}</p>;
  return (
    <div class="history-table">
      <DataTable
        caption={translator.text('usage.history')}
        columns={columns}
        rows={days.toReversed()}
        rowKey={({ day }) => day}
      />
    </div>
  );
}
