import { FINDING_KINDS } from '../../../../../shared/domain/finding.ts';
import { SelectMenu } from '../../components/select-menu.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefWith, type Route } from '../../router/route.ts';
import { navigate } from '../../router/use-route.ts';
import './finding-filters.css';

/** By what the API calls them; without, it shows those that are open. */
const DISMISSED_CHOICES = [
  ['', 'findings.show-open'],
  ['true', 'findings.show-dismissed'],
  ['all', 'findings.show-both'],
] as const;

interface FindingFiltersProps {
  readonly route: Route;
  /** Host names. */
  readonly sources: readonly string[];
}

export function FindingFilters({ route, sources }: FindingFiltersProps) {
  const translator = useTranslator();
  const choose = (name: string) => (value: string) => navigate(hrefWith(route, { [name]: value, page: '' }));
  return (
    <fieldset class="finding-filters">
      <legend class="visually-hidden">{translator.text('findings.filters')}</legend>
      <SelectMenu
        label={translator.text('findings.kind')}
        value={route.query.get('kind') ?? ''}
        choices={[
          { value: '', label: translator.text('findings.every-kind') },
          ...FINDING_KINDS.map((kind) => ({ value: kind, label: translator.text(`findings.${kind}.title`) })),
        ]}
        onChoose={choose('kind')}
      />
      <SelectMenu
        label={translator.text('findings.source')}
        value={route.query.get('source') ?? ''}
        choices={[
          { value: '', label: translator.text('findings.every-source') },
          { value: 'cloud', label: translator.text('findings.cloud') },
          ...sources.map((hostName) => ({ value: `server:${hostName}`, label: hostName })),
        ]}
        onChoose={choose('source')}
      />
      <SelectMenu
        label={translator.text('findings.show')}
        value={route.query.get('dismissed') ?? ''}
        choices={DISMISSED_CHOICES.map(([value, label]) => ({ value, label: translator.text(label) }))}
        onChoose={choose('dismissed')}
      />
    </fieldset>
  );
}
