import * as z from 'zod';

export interface Connection<Node> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}

/** One page of a GraphQL connection. To be asked for with `CONNECTION_FIELDS` beside its nodes. */
export function connection<Schema extends z.ZodType>(node: Schema) {
  return z.object({
    totalCount: z.int(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(node),
  });
}

export const CONNECTION_FIELDS = 'totalCount pageInfo { hasNextPage endCursor }';

/** An answer about the enterprise. Null where the token may not see it. */
export function enterpriseAnswer<Schema extends z.ZodType>(enterprise: Schema) {
  return z.object({ enterprise: enterprise.nullable() });
}

/** An answer about an object by its id. Null when there is no such object. */
export function nodeAnswer<Schema extends z.ZodType>(node: Schema) {
  return z.object({ node: node.nullable() });
}
