/** The cells of every table of a text, row by row, without headings. Code in backticks comes without them. */
export function tableRows(markdown: string): string[][] {
  const lines = markdown.split('\n');
  const isHeading = (index: number) => /^\|-/.test(lines[index + 1] ?? '');
  return lines
    .filter((line, index) => line.startsWith('|') && !line.startsWith('|-') && !isHeading(index))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
    );
}

/** The sections of a text below its first heading, by their headings of the second level. */
export function sectionsOf(markdown: string): ReadonlyMap<string, string> {
  const sections = markdown.split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const [title = '', ...lines] = section.split('\n');
      return [title, lines.join('\n')] as const;
    }),
  );
}
