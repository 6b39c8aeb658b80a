import { CONSUMPTION_TABLE } from '../../../../../shared/domain/consumption.ts';
import type { Usage } from '../../api/usage.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { useTranslator } from '../../language/language-context.tsx';

type Reason = (typeof CONSUMPTION_TABLE)[number];

/** People by why they consume a license or none, in the order in which the rule asks. */
export function ReasonsPanel({ usage }: { readonly usage: Usage }) {
  const translator = useTranslator();
  const columns: readonly [Column<Reason>, ...Column<Reason>[]] = [
    {
      id: 'reason',
      header: translator.text('usage.reason'),
      cell: ({ reason }) => translator.text(`consumption.reason.${reason}`),
    },
    {
      id: 'consumes',
      header: translator.text('usage.consumes'),
      cell: ({ consumes }) => translator.text(consumes ? 'usage.yes' : 'usage.no'),
    },
    {
      id: 'people',
      header: translator.text('usage.people'),
      numeric: true,
      cell: ({ reason }) => translator.number(usage.by_reason[reason]),
    },
  ];
  return (
    <Panel title={translator.text('usage.by-reason')} lead={translator.text('usage.by-reason-lead')}>
      <DataTable
        caption={translator.text('usage.by-reason')}
        columns={columns}
        rows={CONSUMPTION_TABLE.filter(({ reason }) => usage.by_reason[reason] > 0)}
        rowKey={({ reason }) => reason}
      />
    </Panel>
  );
}
