/** What every mail says: what happened, what to do, and where to look. */
export interface MailParts {
  readonly happened: readonly string[];
  readonly todo: string;
  /** Requests such as `GET /usage`. */
  readonly requests: readonly `${'GET' | 'POST'} /${string}`[];
  readonly apiUrl: string;
}

export function mailText({ happened, todo, requests, apiUrl }: MailParts): string {
  const lines = requests.map((request) => `  ${request.replace(' ', ` ${apiUrl}`)}`);
  return [
    ...happened,
    '',
    `What to do: ${todo}`,
    '',
    'Where to look, with the GitHub token of an enterprise owner:',
    ...lines,
    '',
  ].join('\n');
}

/** With commas between thousands. */
export function formatted(count: number): string {
  return count.toLocaleString('en-US');
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatted(count)} ${count === 1 ? one : many}`;
}
