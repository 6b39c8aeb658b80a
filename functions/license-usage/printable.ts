/** Logins and names of files are other people's words: without control characters they cannot rule a terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '?');
}
