import * as z from 'zod';

const resourceSchema = z.object({
  Type: z.string(),
  Condition: z.string().optional(),
  Properties: z.record(z.string(), z.unknown()).default({}),
});

const templateSchema = z.object({ Resources: z.record(z.string(), resourceSchema) });

/** One resource of the template, its properties as written: intrinsic functions are not resolved yet. */
export type Resource = z.output<typeof resourceSchema>;

/** A synthesized CloudFormation template, as far as it is run on one machine. */
export type Template = z.output<typeof templateSchema>;

export function parseTemplate(json: unknown): Template {
  return templateSchema.parse(json);
}

/** The resources of a type, with their logical ids, in the order of the template. */
export function resourcesOfType(template: Template, ...types: string[]): [logicalId: string, Resource][] {
  return Object.entries(template.Resources).filter(([, resource]) => types.includes(resource.Type));
}
