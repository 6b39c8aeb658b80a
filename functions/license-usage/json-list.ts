/** A JSON list of any length with one value in each line, made piece by piece. */
export function* jsonList(values: Iterable<object>): Generator<string> {
  let before = '[\n';
  for (const value of values) {
    yield before + JSON.stringify(value);
    before = ',\n';
  }
  yield before === ',\n' ? '\n]' : '[]';
}
