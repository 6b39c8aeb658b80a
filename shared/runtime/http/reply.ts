import type * as z from 'zod';

export interface HttpReply {
  readonly status: number;
  /** Bytes are sent as they are; null is no body; everything else is made into JSON. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** Each a `Set-Cookie`. */
  readonly cookies?: readonly string[];
}

interface ReplyOptions {
  /** 200 unless told otherwise. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

/** Parses the answer on its way out: one that breaks its contract is a 500, not a lie. */
export function reply<Schema extends z.ZodType>(
  schema: Schema,
  body: z.input<Schema>,
  { status = 200, headers = {}, cookies = [] }: ReplyOptions = {},
): HttpReply {
  return { status, body: schema.parse(body), headers, cookies };
}
