import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { readResources, withoutLocalEffect } from './properties.ts';
import type { Resolver } from './resolver.ts';
import type { Template } from './template.ts';

/** Letters and digits, whatever else the template would take. */
const generateProperties = z.strictObject({
  PasswordLength: z.int().positive().default(32),
  ExcludePunctuation: withoutLocalEffect,
});

const secretProperties = z
  .strictObject({
    Name: z.string().optional(),
    SecretString: z.string().optional(),
    GenerateSecretString: generateProperties.optional(),
    Description: withoutLocalEffect,
    KmsKeyId: withoutLocalEffect,
    Tags: withoutLocalEffect,
  })
  .refine(
    ({ SecretString, GenerateSecretString }) =>
      (SecretString === undefined) !== (GenerateSecretString === undefined),
    { path: ['SecretString'], error: 'is there, or GenerateSecretString, and not both' },
  );

export interface SecretDefinition {
  /** Without the hash that CDK appends to it. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** What it holds until somebody puts something else. */
  readonly initialValue: string;
}

export function readSecrets(template: Template, resolver: Resolver): SecretDefinition[] {
  const secrets = readResources(template, resolver, secretProperties, 'AWS::SecretsManager::Secret');
  return secrets.map(([logicalId, { Name, SecretString, GenerateSecretString }]) => ({
    id: logicalId.replace(/[0-9A-F]{8}$/, ''),
    name: Name ?? logicalId,
    arn: resolver.identity(logicalId).ref,
    initialValue: SecretString ?? generate(GenerateSecretString?.PasswordLength ?? 0),
  }));
}

/** Another one at each start. */
function generate(length: number): string {
  return randomBytes(length).toString('hex').slice(0, length);
}

export interface Secret extends SecretDefinition {
  readonly value: string;
}

/** The secrets with the values given by id; the others keep their initial one. Throws for an id that is of none. */
export function withValues(
  definitions: readonly SecretDefinition[],
  values: Readonly<Record<string, string>>,
): Secret[] {
  for (const id of Object.keys(values)) {
    if (!definitions.some((definition) => definition.id === id)) {
      throw new Error(`The template has no secret ${id}`);
    }
  }
  return definitions.map((definition) => ({
    ...definition,
    value: values[definition.id] ?? definition.initialValue,
  }));
}
