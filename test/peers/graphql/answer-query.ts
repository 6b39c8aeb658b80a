import { graphql } from 'graphql';
import * as z from 'zod';
import { type Answer, errorAnswer, jsonAnswer } from '../http/answer.ts';
import type { Operation } from '../http/peer-request.ts';
import type { QueryContext } from './query-context.ts';
import { wireError } from './query-error.ts';
import { QUERY_ROOT } from './query-root.ts';
import { githubSchema } from './schema.ts';

const GRAPHQL_DOCUMENTATION = 'https://docs.github.com/graphql';

const bodySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});
type QueryBody = z.infer<typeof bodySchema>;

/** What a query asks for, by the fields it has; the first that fits. */
const OPERATION_OF_FIELD: readonly (readonly [RegExp, Operation])[] = [
  [/\bexternalIdentities\b/, 'linked-identities'],
  [/\buserAccounts\b/, 'server-accounts'],
  [/\benterpriseServerInstallations\b/, 'server-installations'],
  [/\bviewerIsAdmin\b/, 'owner-check'],
];

export function operationOfQuery(body: string): Operation {
  const query = readBody(body)?.query ?? '';
  return OPERATION_OF_FIELD.find(([field]) => field.test(query))?.[1] ?? 'other-query';
}

/** Executes a query against GitHub's schema. Whatever comes of it, the status is 200. */
export async function answerQuery(body: string, context: QueryContext): Promise<Answer> {
  const query = readBody(body);
  if (query === null) return errorAnswer(400, 'Problems parsing JSON', GRAPHQL_DOCUMENTATION);
  const { data, errors } = await graphql({
    schema: await githubSchema(),
    source: query.query,
    rootValue: QUERY_ROOT,
    contextValue: context,
    variableValues: query.variables ?? {},
    operationName: query.operationName ?? null,
  });
  return jsonAnswer({
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined ? {} : { errors: errors.map(wireError) }),
  });
}

function readBody(body: string): QueryBody | null {
  try {
    return bodySchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}
