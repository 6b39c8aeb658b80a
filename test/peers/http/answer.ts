/** What the peer answers to a request, before it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** An iterable is sent piece by piece, without a length. */
  readonly body: string | Iterable<string>;
}

export function jsonAnswer(
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

/** GitHub's shape of an error. */
export function errorAnswer(
  status: number,
  message: string,
  documentationUrl = 'https://docs.github.com/rest',
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return jsonAnswer(
    { message, documentation_url: documentationUrl, status: String(status) },
    headers,
    status,
  );
}

export function notFound(): Answer {
  return errorAnswer(404, 'Not Found');
}

export function badCredentials(): Answer {
  return errorAnswer(401, 'Bad credentials');
}
