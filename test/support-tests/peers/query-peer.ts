import * as z from 'zod';
import type { GitHubPeer } from '../../peers/github-peer.ts';

export interface Query {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** An owner's unless given. */
  readonly token?: string;
}

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z.object({ type: z.string().optional(), message: z.string() }).array().optional(),
});
export type QueryAnswer = z.infer<typeof answerSchema>;

/** Asks the peer's GraphQL API. */
export async function queryPeer(
  peer: GitHubPeer,
  { query, variables = {}, token }: Query,
): Promise<QueryAnswer> {
  const response = await fetch(`${peer.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token ?? peer.ownerToken}` },
    body: JSON.stringify({ query, variables }),
  });
  return answerSchema.parse(await response.json());
}

/** The data of an answer without errors. */
export async function dataOf<Schema extends z.ZodType>(
  peer: GitHubPeer,
  schema: Schema,
  query: Query,
): Promise<z.output<Schema>> {
  const { data, errors } = await queryPeer(peer, query);
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join());
  return schema.parse(data);
}

interface Connection<Node> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}

/** All nodes of a connection, of which `page` asks for the part after a cursor. */
export async function allNodes<Node>(
  page: (after: string | null) => Promise<Connection<Node>>,
): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  for (;;) {
    const connection: Connection<Node> = await page(after);
    nodes.push(...connection.nodes);
    after = connection.pageInfo.endCursor;
    if (connection.pageInfo.hasNextPage) continue;
    if (nodes.length !== connection.totalCount)
      throw new Error(`${nodes.length} of ${connection.totalCount}`);
    return nodes;
  }
}

export function connectionSchema<Node extends z.ZodType>(node: Node) {
  return z.object({
    totalCount: z.int(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(node),
  });
}
