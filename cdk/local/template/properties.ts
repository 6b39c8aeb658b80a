import * as z from 'zod';
import type { Resolver } from './resolver.ts';
import { type Resource, resourcesOfType, type Template } from './template.ts';

/** CloudFormation takes numbers as text too. */
export const numeric = z.coerce.number();

/** A property that changes nothing on one machine. */
export const withoutLocalEffect = z.unknown().optional();

/** Both kinds of reference to a queue, function or role are ARNs. */
export const arnSchema = z.string().startsWith('arn:');

/** A JSON policy document, for the evaluation of access. */
export const policyDocument = z.record(z.string(), z.unknown());

/**
 * Resolves and parses the properties of every resource of the types. The schemas are strict: a property that the
 * local run does not know fails the start, instead of being left out in silence.
 */
export function readResources<Schema extends z.ZodType>(
  template: Template,
  resolver: Resolver,
  schema: Schema,
  ...types: string[]
): [logicalId: string, properties: z.output<Schema>][] {
  return resourcesOfType(template, ...types).map(([logicalId, resource]) => [
    logicalId,
    parseProperties(logicalId, resource, resolver, schema),
  ]);
}

function parseProperties<Schema extends z.ZodType>(
  logicalId: string,
  resource: Resource,
  resolver: Resolver,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(resolver.properties(logicalId, resource));
  if (parsed.success) return parsed.data;
  throw new Error(
    `${logicalId} (${resource.Type}) cannot be run locally as it stands:\n${z.prettifyError(parsed.error)}`,
  );
}
