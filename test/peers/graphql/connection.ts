import type { GraphQLResolveInfo } from 'graphql';
import type { QueryContext } from './query-context.ts';
import { QueryError } from './query-error.ts';

/** An array, or anything of which only parts are at hand. */
export interface Listing<Item> {
  readonly length: number;
  slice(from: number, to: number): readonly Item[];
}

interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

const MAX_PAGE = 100;

/**
 * Resolves a connection that is paged forwards, in the order of the items whatever `orderBy` says. `nodeOf` makes
 * what is shown of an item and its position.
 */
export function connection<Item>(items: Listing<Item>, nodeOf: (item: Item, position: number) => object) {
  return ({ first, after }: PageArguments, { movedBy }: QueryContext, { fieldName }: GraphQLResolveInfo) => {
    const size = checkedSize(first, fieldName);
    const start = after == null ? 0 : Math.max(0, positionOf(after) + movedBy);
    const nodes = items.slice(start, start + size).map((item, index) => nodeOf(item, start + index));
    const end = start + nodes.length;
    return {
      totalCount: items.length,
      nodes,
      edges: nodes.map((node, index) => ({ node, cursor: cursorOf(start + index + 1) })),
      pageInfo: {
        hasNextPage: end < items.length,
        hasPreviousPage: start > 0,
        startCursor: nodes.length === 0 ? null : cursorOf(start + 1),
        endCursor: nodes.length === 0 ? null : cursorOf(end),
      },
    };
  };
}

/** Leads to the entries after so many. */
export function cursorOf(entries: number): string {
  return Buffer.from(`cursor:${entries}`).toString('base64');
}

function positionOf(cursor: string): number {
  const [, position] = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (position === undefined)
    throw new QueryError('INTERNAL', `\`${cursor}\` does not appear to be a valid cursor.`);
  return Number(position);
}

/** GitHub's words. */
function checkedSize(first: number | null | undefined, fieldName: string): number {
  if (first == null) {
    throw new QueryError(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${fieldName}\` connection.`,
    );
  }
  if (first > MAX_PAGE) {
    throw new QueryError(
      'EXCESSIVE_PAGINATION',
      `Requesting ${first} records on the \`${fieldName}\` connection exceeds the \`first\` limit of ${MAX_PAGE} records.`,
    );
  }
  return first;
}
