import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as z from 'zod';

const FILES = { cloud: 'ghec.deref.json', server: 'ghes-3.19.deref.json' } as const;

const objectSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});

const descriptionSchema = z.object({ paths: z.record(z.string(), z.unknown()) });

const operationSchema = z.object({
  get: z.object({
    responses: z.object({
      200: z.object({ content: z.object({ 'application/json': z.object({ schema: objectSchema }) }) }),
    }),
  }),
});

/** Tells what is wrong with an answer; nothing when it is valid. */
export type AnswerCheck = (answer: unknown) => string[];

/** Checks answers to `GET path` against the schema that GitHub publishes for it. */
export function publishedSchema(product: keyof typeof FILES, path: string): AnswerCheck {
  return checkOf(schemaOf(product, path));
}

/** The same, with every declared property required but those named: GitHub itself requires none. */
export function completeSchema(
  product: keyof typeof FILES,
  path: string,
  optional: readonly string[],
): AnswerCheck {
  return checkOf(requireAll(schemaOf(product, path), optional));
}

function schemaOf(product: keyof typeof FILES, path: string): object {
  const file = new URL(import.meta.resolve(`@octokit/openapi/generated/${FILES[product]}`));
  const { paths } = descriptionSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return operationSchema.parse(paths[path]).get.responses[200].content['application/json'].schema;
}

function checkOf(schema: object): AnswerCheck {
  // GitHub's schemas have keywords of OpenAPI, such as `example`, that JSON Schema does not know.
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  return (answer) =>
    validate(answer) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

function requireAll(schema: unknown, optional: readonly string[]): object {
  const { properties, items, ...rest } = objectSchema.parse(schema);
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
