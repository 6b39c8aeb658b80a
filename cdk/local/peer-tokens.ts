import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { type CloudTokens, newTokens } from '../../test/peers/tokens.ts';

const tokensSchema = z.object({ owner: z.string(), ownerWithoutScope: z.string(), member: z.string() });

/** The tokens in the file, which is made at the first start: a token that was shown once stays good. */
export async function peerTokens(file: string): Promise<CloudTokens> {
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known !== null) return tokensSchema.parse(JSON.parse(known));
  const tokens = newTokens();
  await writeFile(file, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
  return tokens;
}
