import type * as z from 'zod';

/** The environment does not fit the function's schema. Never carries a value, which may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * The function's configuration from its environment. Call it through `lazy`, so that it is read at the first
 * invocation and once per container.
 * @throws ConfigError that names every bad variable at once.
 */
export function readConfig<Schema extends z.ZodType>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>> = process.env,
): z.output<Schema> {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const problems = new Map(parsed.error.issues.map(({ path, code }) => [String(path[0]), code]));
  const names = [...problems].map(
    ([name, code]) => `${name} (${env[name] === undefined ? 'missing' : code})`,
  );
  throw new ConfigError(
    `bad environment variables: ${names.join(', ')}; set them in the function's construct`,
  );
}
