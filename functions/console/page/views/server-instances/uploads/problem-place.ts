import type { Problem } from '../../../api/uploads.ts';
import type { Translator } from '../../../language/translator.ts';

/** The line of a problem. In a CSV, which has no paths, the column is the number of the field. */
export function placeOf({ path, line, column }: Problem, translator: Translator): string {
  if (line === null) return translator.text('uploads.whole-file');
  if (column === null) return translator.text('uploads.line', { line });
  if (path === null) return translator.text('uploads.line-field', { line, field: column });
  return translator.text('uploads.line-column', { line, column });
}
