import type { UploadSummary } from '../../api/uploads.ts';
import { useTranslator } from '../../language/language-context.tsx';

/** What the merge that came of an upload or a sync has changed. */
export function MergeCounts({ counts }: { readonly counts: NonNullable<UploadSummary['counts']> }) {
  const translator = useTranslator();
  return (
    <p class="muted">
      {translator.text('uploads.changes', {
        added: counts.people_added,
        changed: counts.people_changed,
        removed: counts.people_removed,
        before: counts.licenses_before,
        after: counts.licenses_after,
      })}
    </p>
  );
}
