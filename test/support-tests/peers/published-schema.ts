import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as z from 'zod';

const FILES = { cloud: 'ghec.deref.json', server: 'ghes-3.19.deref.json' } as const;

const operationSchema = z.object({
  get: z.object({
    responses: z.object({
      200: z.object({ content: z.object({ 'application/json': z.object({ schema: z.looseObject({}) }) }) }),
    }),
  }),
});

/** Checks answers to `GET path` against GitHub's published description; returns what is wrong with one. */
export function publishedSchema(product: keyof typeof FILES, path: string): (answer: unknown) => string[] {
  const file = new URL(import.meta.resolve(`@octokit/openapi/generated/${FILES[product]}`));
  const { paths } = z
    .object({ paths: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  const { schema } = operationSchema.parse(paths[path]).get.responses[200].content['application/json'];
  // Unknown to JSON Schema: OpenAPI's own words, such as `example`.
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  return (answer) =>
    validate(answer) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
