import type { PeopleChange } from '../../../api/changes.ts';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { Label } from '../../../components/label.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { hrefOf } from '../../../router/route.ts';
import { PersonStates } from './person-states.tsx';

const TONES = {
  joined: 'success',
  left: 'danger',
  merged: 'done',
  split: 'attention',
  'consumption-changed': 'accent',
  'accounts-changed': 'default',
} as const satisfies Record<PeopleChange['kind'], string>;

interface MergePanelProps {
  readonly changes: readonly [PeopleChange, ...PeopleChange[]];
  /** Whether no other merge is shown. */
  readonly isOnlyMerge: boolean;
}

/** What became of people by one merge. */
export function MergePanel({ changes, isOnlyMerge }: MergePanelProps) {
  const translator = useTranslator();
  const [{ merge_id: mergeId, merged_at: mergedAt }] = changes;
  const title = translator.text('changes.merge', { time: translator.moment(mergedAt) });
  const only = translator.text('changes.only-this-merge');
  const columns: [Column<PeopleChange>, ...Column<PeopleChange>[]] = [
    {
      id: 'change',
      header: translator.text('changes.change'),
      cell: ({ kind }) => (
        <div class="change-kind">
          <Label tone={TONES[kind]}>{translator.text(`changes.kind.${kind}`)}</Label>
          <span class="muted">{translator.text(`changes.what.${kind}`)}</span>
        </div>
      ),
    },
    {
      id: 'before',
      header: translator.text('changes.before'),
      long: true,
      cell: ({ before }) => <PersonStates states={before} areCurrent={false} />,
    },
    {
      id: 'after',
      header: translator.text('changes.after'),
      long: true,
      cell: ({ after }) => <PersonStates states={after} areCurrent />,
    },
  ];
  return (
    <Panel
      title={title}
      actions={
        !isOnlyMerge && (
          <a href={hrefOf(['people', 'changes'], { merge_id: mergeId })} aria-label={`${only}: ${title}`}>
            {only}
          </a>
        )
      }
    >
      <DataTable caption={title} columns={columns} rows={changes} rowKey={({ people }) => people.join()} />
    </Panel>
  );
}
