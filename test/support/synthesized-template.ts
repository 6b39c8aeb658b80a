import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from 'aws-cdk-lib';
import { BUNDLING_STACKS } from 'aws-cdk-lib/cx-api';
import { afterAll } from 'vitest';
import * as z from 'zod';
import { licenseUsageApp } from '../../cdk/app.ts';
import { readable } from './readable-template.ts';

const recordSchema = z.record(z.string(), z.unknown());
const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: recordSchema.default({}),
      DeletionPolicy: z.string().optional(),
      UpdateReplacePolicy: z.string().optional(),
    }),
  ),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })),
});

export interface SynthesizedResource {
  readonly logicalId: string;
  readonly type: string;
  /** As in the template. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Made readable: see `readable`. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly deletionPolicy: string | undefined;
  readonly updateReplacePolicy: string | undefined;
}

export interface SynthesizedStack {
  readonly name: string;
  /** Whether CloudFormation refuses to delete it. */
  readonly terminationProtection: boolean;
  /** The text of the template. */
  readonly text: string;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Folder of the cloud assembly; it lasts as long as the test file. */
  readonly assembly: string;
  /** All resources, or those of one type. */
  resources(type?: string): readonly SynthesizedResource[];
}

/** Context of cdk.json, under which `cdk synth` runs. */
function cdkContext(): Record<string, unknown> {
  const path = fileURLToPath(new URL('../../cdk.json', import.meta.url));
  return z.object({ context: recordSchema }).parse(JSON.parse(readFileSync(path, 'utf8'))).context;
}

type Context = Readonly<Record<string, unknown>>;

/** The application as `cdk synth` sees it, but for the context given; its assembly lasts as long as the test file. */
export function temporaryApp(context: Context = {}): App {
  const outdir = mkdtempSync(join(tmpdir(), 'license-usage-sync-'));
  afterAll(() => rmSync(outdir, { recursive: true }));
  return licenseUsageApp({ outdir, context: { ...cdkContext(), enterprise: 'acme', ...context } });
}

/** The template is the same without its bundles, but for their names. */
export const WITHOUT_BUNDLES: Context = { [BUNDLING_STACKS]: [] };

/** CDK's own rules take seconds to load; those of cdk-nag are looked at in any case. */
export const WITHOUT_RULES_OF_CDK: Context = { '@aws-cdk/core:validateAgainstDefaultRules': false };

/** For tests of what the template says: quick. */
export function synthesize(context: Context = {}): SynthesizedStack {
  return synthesizeFully({ ...WITHOUT_BUNDLES, ...WITHOUT_RULES_OF_CDK, ...context });
}

/** Just as `cdk synth` does it. */
export function synthesizeFully(context: Context = {}): SynthesizedStack {
  const { stacks, directory } = temporaryApp(context).synth();
  const [stack, ...others] = stacks;
  if (stack === undefined || others.length > 0) throw new Error('expected exactly one stack');
  const text = readFileSync(stack.templateFullPath, 'utf8');
  const template = templateSchema.parse(JSON.parse(text));
  const resources = Object.entries(template.Resources).map(([logicalId, resource]) => ({
    logicalId,
    type: resource.Type,
    raw: resource.Properties,
    properties: recordSchema.parse(readable(resource.Properties)),
    deletionPolicy: resource.DeletionPolicy,
    updateReplacePolicy: resource.UpdateReplacePolicy,
  }));
  return {
    name: stack.stackName,
    terminationProtection: stack.terminationProtection ?? false,
    text,
    outputs: Object.fromEntries(
      Object.entries(template.Outputs).map(([id, { Value }]) => [id, readable(Value)]),
    ),
    assembly: directory,
    resources: (type) => resources.filter((resource) => type === undefined || resource.type === type),
  };
}
