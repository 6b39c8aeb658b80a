import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { type Assembly, readAssembly } from './assembly.ts';

const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));

const settingsSchema = z.object({ app: z.string(), context: z.record(z.string(), z.unknown()).default({}) });

/**
 * Runs the application of cdk.json into the directory, with more context than is there, as the CDK CLI does, without
 * the second that the CLI itself takes. Throws with the output of the application when it fails.
 */
export async function synthesize(
  directory: string,
  given: Readonly<Record<string, string>>,
): Promise<Assembly> {
  const { app, context } = settingsSchema.parse(
    JSON.parse(await readFile(`${PROJECT_ROOT}cdk.json`, 'utf8')),
  );
  // Each change of the code leaves another bundle.
  await rm(directory, { recursive: true, force: true });
  const child = spawn(app, {
    cwd: PROJECT_ROOT,
    shell: true,
    env: {
      ...process.env,
      // The Node that runs this, whatever else `node` is on the machine.
      PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
      CDK_OUTDIR: directory,
      // The rules of CloudFormation take as long as the rest; `npm run synth` checks them.
      CDK_VALIDATION: 'false',
      CDK_CONTEXT_JSON: JSON.stringify({ ...context, ...given }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [[status], output, errors] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  if (status !== 0) throw new Error(`The stack cannot be synthesized:\n${output}${errors}`);
  return readAssembly(directory);
}
