/** The first page, the last, and those around the current one; ascending, each once. */
export function pagesToShow(page: number, last: number): number[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((shown) => shown >= 1 && shown <= last);
  return [...new Set(wanted)].sort((a, b) => a - b);
}
