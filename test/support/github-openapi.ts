import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ErrorObject } from 'ajv';
import * as z from 'zod';

const DESCRIPTION = createRequire(import.meta.url).resolve('@octokit/openapi/generated/ghec.deref.json');

const anySchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});

const operation = z.object({
  get: z.object({
    responses: z.object({
      200: z.object({ content: z.object({ 'application/json': z.object({ schema: anySchema }) }) }),
    }),
  }),
});

const description = z.object({ paths: z.record(z.string(), z.unknown()) });

/**
 * Tells what an answer to `GET path` breaks of the schema that GitHub publishes for it; nothing when it is valid.
 * GitHub requires no property at all; here every one that it declares has to be there, but for those named.
 */
export function gitHubSchemaOf(
  path: string,
  optional: readonly string[],
): (body: unknown) => readonly ErrorObject[] {
  const { paths } = description.parse(JSON.parse(readFileSync(DESCRIPTION, 'utf8')));
  const { schema } = operation.parse(paths[path]).get.responses[200].content['application/json'];
  // GitHub's schemas have keywords of OpenAPI that JSON Schema does not know.
  const validate = new Ajv({ strict: false, allErrors: true }).compile(requireAll(schema, optional));
  return (body) => (validate(body) ? [] : (validate.errors ?? []));
}

function requireAll(schema: unknown, optional: readonly string[]): object {
  const { properties, items, ...rest } = anySchema.parse(schema);
  if (items !== undefined) return { ...rest, items: requireAll(items, optional) };
  if (properties === undefined) return rest;
  return {
    ...rest,
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, requireAll(value, optional)]),
    ),
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
  };
}
