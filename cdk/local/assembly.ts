import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { parseTemplate, type Template } from './template/template.ts';

/** What a synthesis leaves: one stack, and where the code of its functions is. */
export interface Assembly {
  readonly template: Template;
  /** Directory of the code with the object key that the template gives it. Throws when there is none. */
  codeDirectory(assetKey: string): string;
}

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

const stackSchema = z.object({ templateFile: z.string() });

const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

/** Reads a cloud assembly that holds exactly one stack. */
export async function readAssembly(directory: string): Promise<Assembly> {
  const { artifacts } = manifestSchema.parse(await readJson(join(directory, 'manifest.json')));
  const stacks = Object.values(artifacts).filter(({ type }) => type === 'aws:cloudformation:stack');
  const [stack, ...others] = stacks;
  if (stack === undefined || others.length > 0) {
    throw new Error(`The local run needs one stack; the application has ${stacks.length}`);
  }
  const templateFile = join(directory, stackSchema.parse(stack.properties).templateFile);
  const assetsFile = templateFile.replace(/\.template\.json$/, '.assets.json');
  const { files } = assetsSchema.parse(await readJson(assetsFile));
  const directories = new Map(
    Object.values(files).flatMap(({ source, destinations }) =>
      Object.values(destinations).map(
        ({ objectKey }) => [objectKey, join(dirname(assetsFile), source.path)] as const,
      ),
    ),
  );
  return {
    template: parseTemplate(await readJson(templateFile)),
    codeDirectory: (assetKey) => {
      const found = directories.get(assetKey);
      if (found === undefined) throw new Error(`The cloud assembly has no asset ${assetKey}`);
      return found;
    },
  };
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}
