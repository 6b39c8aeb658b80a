import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { BUNDLING } from '../../../cdk/constructs/function-code.ts';

/** What a first handler by hand would import of a package of the SDK: its client and one command. */
const FIRST_USE: Readonly<Record<string, readonly string[]>> = {
  '@aws-sdk/client-dynamodb': ['DynamoDBClient'],
  '@aws-sdk/lib-dynamodb': ['DynamoDBDocumentClient', 'GetCommand'],
  '@aws-sdk/client-eventbridge': ['EventBridgeClient', 'PutEventsCommand'],
  '@aws-sdk/client-lambda': ['LambdaClient', 'InvokeCommand'],
  '@aws-sdk/client-s3': ['S3Client', 'GetObjectCommand'],
  '@aws-sdk/client-secrets-manager': ['SecretsManagerClient', 'GetSecretValueCommand'],
  '@aws-sdk/client-sns': ['SNSClient', 'PublishCommand'],
  '@aws-sdk/client-sqs': ['SQSClient', 'SendMessageCommand'],
};

/**
 * As the CDK's NodejsFunction bundles by default but for what everybody advises: an ES module, minified, with the
 * SDK in it.
 */
export const USUAL_BUNDLING = {
  ...BUNDLING,
  alias: {},
  splitting: false,
  sourcemap: false,
} as const;

type Bundling = typeof BUNDLING | typeof USUAL_BUNDLING;

/** Bundles a handler that does nothing, with the clients that the bundle of a function has. Returns its file. */
export async function bundleBareHandler(
  packages: ReadonlySet<string>,
  directory: string,
  bundling: Bundling,
): Promise<{ readonly file: string; readonly metafile: Metafile }> {
  const imports = Object.entries(FIRST_USE).filter(([name]) => packages.has(name));
  const text = [
    ...imports.map(([name, used]) => `import { ${used.join(', ')} } from '${name}';`),
    `export const clients = [${imports.flatMap(([, used]) => used).join(', ')}];`,
    'export const handler = async () => ({});',
  ].join('\n');
  mkdirSync(directory, { recursive: true });
  const entry = join(directory, 'bare.mjs');
  writeFileSync(entry, text);
  const outdir = join(directory, 'bundle');
  const nodePaths = [join(bundling.absWorkingDir, 'node_modules')];
  const { metafile } = await build({ ...bundling, entryPoints: [entry], outdir, nodePaths });
  return { file: join(outdir, 'index.mjs'), metafile };
}
