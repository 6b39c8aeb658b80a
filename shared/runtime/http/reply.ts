import type * as z from 'zod';

export interface HttpReply {
  readonly status: number;
  /** Made into JSON. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

interface ReplyOptions {
  /** 200 unless told otherwise. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Parses the answer on its way out: one that breaks its contract is a 500, not a lie. */
export function reply<Schema extends z.ZodType>(
  schema: Schema,
  body: z.input<Schema>,
  { status = 200, headers = {} }: ReplyOptions = {},
): HttpReply {
  return { status, body: schema.parse(body), headers };
}
