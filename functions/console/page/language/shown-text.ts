const MAX_CHARACTERS = 100;

/** Marks, embeddings, overrides and isolates of direction. Unpaired, some reach out of any element around them. */
const DIRECTION_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const REPLACEMENT_CHARACTER = '\uFFFD';

/**
 * A text that people or their programs have written, so that it harms nothing around it: what would turn the
 * direction is seen instead, and what is longer than any name needs to be is cut, between characters.
 */
export function shownText(text: string): string {
  // A character is at most two code units, so this holds one too many whenever the text does.
  const characters = Array.from(text.slice(0, 2 * MAX_CHARACTERS + 2));
  const shown =
    characters.length > MAX_CHARACTERS ? `${characters.slice(0, MAX_CHARACTERS).join('')}…` : text;
  return withVisibleControls(shown);
}

/** The same however long it is. */
export function withVisibleControls(text: string): string {
  return text.replace(DIRECTION_CONTROLS, REPLACEMENT_CHARACTER);
}
