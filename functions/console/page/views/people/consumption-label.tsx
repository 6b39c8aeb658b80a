import type { PersonSummary } from '../../api/people.ts';
import { Label } from '../../components/label.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import './consumption-label.css';

type ShownConsumption = Pick<PersonSummary['consumption'], 'consumes' | 'reason'>;

/** Whether a license is consumed, with the reason in a word or two. */
export function ConsumptionLabel({ consumption }: { readonly consumption: ShownConsumption }) {
  const translator = useTranslator();
  return (
    <span class="consumption-label">
      <Label tone={consumption.consumes ? 'success' : 'default'}>
        {translator.text(consumption.consumes ? 'consumption.yes' : 'consumption.no')}
      </Label>
      <span class="muted">{translator.text(`consumption.reason.${consumption.reason}`)}</span>
    </span>
  );
}
