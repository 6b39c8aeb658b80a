import type { Column } from '../../../components/data-table.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { Evidence, type Match } from './evidence.tsx';

/** Why the accounts are one person's, match by match. */
export function MatchesPanel({ matches }: { readonly matches: readonly Match[] }) {
  const translator = useTranslator();
  if (matches.length === 0) {
    return <Panel title={translator.text('person.matches')}>{translator.text('person.matches.none')}</Panel>;
  }
  const columns: [Column<Match>, ...Column<Match>[]] = [
    {
      id: 'rule',
      header: translator.text('person.rule'),
      cell: ({ rule }) => translator.text(`person.rule.${rule}`),
    },
    {
      id: 'evidence',
      header: translator.text('person.evidence'),
      cell: (match) => <Evidence match={match} />,
    },
  ];
  return (
    <Panel title={translator.text('person.matches')} lead={translator.text('person.matches.lead')}>
      <DataTable
        caption={translator.text('person.matches')}
        columns={columns}
        rows={matches}
        rowKey={({ account, with: other }) => `${account} ${other}`}
      />
    </Panel>
  );
}
