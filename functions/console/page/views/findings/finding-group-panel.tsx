import { Panel } from '../../components/panel.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { FindingItem } from './finding-item.tsx';
import type { FindingGroup } from './group-by-kind.ts';
import './finding-group-panel.css';

interface FindingGroupPanelProps {
  readonly group: FindingGroup;
  /** One of them was dismissed or brought back. */
  readonly onChanged: () => void;
}

/** Findings of one kind: what they mean and what to do, then each with its evidence. */
export function FindingGroupPanel({ group: { kind, findings }, onChanged }: FindingGroupPanelProps) {
  const translator = useTranslator();
  return (
    <Panel
      level={3}
      title={translator.text(`findings.${kind}.title`)}
      lead={translator.text(`findings.${kind}.meaning`)}
    >
      <p class="finding-fix">
        <strong>{translator.text('findings.what-to-do')}</strong> {translator.text(`findings.${kind}.fix`)}
      </p>
      <ul class="finding-list">
        {findings.map((finding) => (
          <FindingItem key={finding.id} finding={finding} onChanged={onChanged} />
        ))}
      </ul>
    </Panel>
  );
}
