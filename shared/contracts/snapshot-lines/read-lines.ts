export const LINE_FEED = 0x0a;

/** Reads lines straight from their bytes. */
export interface PlainLines {
  /**
   * Takes in the line that begins at `start` and returns where its line feed is; null, with nothing taken in, when the
   * line is not plain or has anything wrong with it: then it is parsed.
   */
  take(lines: Buffer, start: number): number | null;
}

/**
 * Reads JSON lines, each with its line feed, in their order.
 * @param plain null when all are to be parsed.
 * @param takeParsed takes in every line that is not plain. What it throws ends the reading.
 * @throws {SyntaxError} for a line that is no JSON.
 */
export function readLines(
  lines: Buffer,
  plain: PlainLines | null,
  takeParsed: (entry: unknown) => void,
): void {
  for (let start = 0; start < lines.length; ) {
    const end = plain?.take(lines, start) ?? takeLine(lines, start, takeParsed);
    start = end + 1;
  }
}

function takeLine(lines: Buffer, start: number, takeParsed: (entry: unknown) => void): number {
  const end = lines.indexOf(LINE_FEED, start);
  takeParsed(JSON.parse(lines.toString('utf8', start, end)));
  return end;
}
