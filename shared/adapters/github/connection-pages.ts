import type { Connection } from '../../contracts/github/connection.ts';
import { pullFailure } from './pull-failures.ts';

/**
 * The pages of a GraphQL connection, one after another. Throws PullError for pages without end, and at the end when
 * fewer nodes came than GitHub counted on any page: people come and go meanwhile, but so many were there throughout.
 * @param ask for the page after a cursor; null for the first.
 */
export async function* connectionPages<Node>(
  ask: (after: string | null, asked: string) => Promise<Connection<Node>>,
  what: string,
): AsyncGenerator<readonly Node[]> {
  const cursors = new Set<string>();
  let [received, expected] = [0, Number.POSITIVE_INFINITY];
  for (let [page, after]: [number, string | null] = [1, null]; ; page++) {
    const asked = `${what}, page ${page}`;
    const { nodes, totalCount, pageInfo }: Connection<Node> = await ask(after, asked);
    yield nodes;
    received += nodes.length;
    expected = Math.min(expected, totalCount);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
    if (after === null || nodes.length === 0 || cursors.has(after)) {
      throw pullFailure('incomplete-answer', asked, 'pages without an end');
    }
    cursors.add(after);
  }
  if (received < expected) {
    throw pullFailure('incomplete-answer', what, `${received} of ${expected} came`);
  }
}
