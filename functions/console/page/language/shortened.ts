const MAX_CHARACTERS = 100;

/** No name needs more to be known by; what claims to be one must not fill the page. Characters stay whole. */
export function shortened(text: string): string {
  // A character is at most two code units, so this holds one too many whenever the text does.
  const characters = Array.from(text.slice(0, 2 * MAX_CHARACTERS + 2));
  if (characters.length <= MAX_CHARACTERS) return text;
  return `${characters.slice(0, MAX_CHARACTERS).join('')}…`;
}
