import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as z from 'zod';

const OPENAPI = createRequire(import.meta.url).resolve('@octokit/openapi/generated/ghec.deref.json');

const example = z.object({ value: z.unknown() });
const content = z.object({ 'application/json': z.object({ examples: z.object({ default: example }) }) });
const operation = z.object({ get: z.object({ responses: z.object({ 200: z.object({ content }) }) }) });
const description = z.object({ paths: z.record(z.string(), z.unknown()) });

/** The answer to `GET path` that GitHub's own description gives as an example. */
export function gitHubExampleOf(path: string): unknown {
  const { paths } = description.parse(JSON.parse(readFileSync(OPENAPI, 'utf8')));
  const { responses } = operation.parse(paths[path]).get;
  return responses[200].content['application/json'].examples.default.value;
}
