import { GraphQLError } from 'graphql';
import type { GraphQLErrorType } from '../faults/fault.ts';

type QueryErrorType = GraphQLErrorType | 'MISSING_PAGINATION_BOUNDARIES' | 'EXCESSIVE_PAGINATION';

/** An error with GitHub's `type`, which is answered beside `message` and `path`. */
export class QueryError extends GraphQLError {
  constructor(type: QueryErrorType, message: string) {
    super(message, { extensions: { type } });
  }
}

/** GitHub has the type beside the message, where the `graphql` package has extensions. */
export function wireError(error: GraphQLError): object {
  const { extensions, ...wire } = error.toJSON();
  return { type: extensions?.type, ...wire };
}
