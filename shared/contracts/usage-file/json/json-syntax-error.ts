/** The file is no JSON, or more of it than any format needs, from the place on that is being read. */
export class JsonSyntaxError extends Error {
  readonly expected: string;

  constructor(expected: string) {
    super(`JSON syntax: expected ${expected}`);
    this.name = 'JsonSyntaxError';
    this.expected = expected;
  }
}
