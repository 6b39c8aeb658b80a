/** What kinds of failure an owner can do something different about. */
const API_ERROR_KINDS = [
  'signed-out',
  'forbidden',
  'not-found',
  'conflict',
  'invalid',
  'too-many-requests',
  'unavailable',
  'offline',
  'unreadable',
  'failed',
] as const;
export type ApiErrorKind = (typeof API_ERROR_KINDS)[number];

interface ApiErrorFacts {
  /** In the API's own words, in English. Empty when nothing was told. */
  readonly message: string;
  /** By which the request is found in the logs. */
  readonly requestId: string | null;
}

/** A request that did not give what was asked for. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  readonly requestId: string | null;

  constructor(kind: ApiErrorKind, { message, requestId }: ApiErrorFacts, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
    this.requestId = requestId;
  }
}

const KIND_BY_STATUS: Readonly<Record<number, ApiErrorKind>> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'not-found',
  422: 'invalid',
  429: 'too-many-requests',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

export function errorKindOf(status: number): ApiErrorKind {
  return KIND_BY_STATUS[status] ?? 'failed';
}
