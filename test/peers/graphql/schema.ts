import { readFile } from 'node:fs/promises';
import { buildSchema, type GraphQLSchema } from 'graphql';

let schema: Promise<GraphQLSchema> | undefined;

/** GitHub's published schema, of all its products: read once per process, when it is first asked for. */
export function githubSchema(): Promise<GraphQLSchema> {
  schema ??= readSchema();
  return schema;
}

async function readSchema(): Promise<GraphQLSchema> {
  // The package's own module would read it a second time, as JSON.
  const path = new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema'));
  return buildSchema(await readFile(path, 'utf8'), { assumeValid: true, noLocation: true });
}
