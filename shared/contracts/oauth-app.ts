import * as z from 'zod';
import type { OAuthApp } from '../session-ports.ts';

/** Visible ASCII: nothing that a copy and paste brings along unseen. */
const VISIBLE = /^[\x21-\x7e]+$/;

const member = z.string().regex(VISIBLE);

const oauthAppSchema = z.union([
  z.strictObject({}).transform(() => null),
  z
    .strictObject({ client_id: member, client_secret: member })
    .transform(
      ({ client_id, client_secret }): OAuthApp => ({ clientId: client_id, clientSecret: client_secret }),
    ),
]);

/** The secret of the OAuth app does not fit its schema. Never carries a value. */
export class OAuthAppError extends Error {
  override readonly name = 'OAuthAppError';
}

/**
 * `{"client_id": "...", "client_secret": "..."}`; null for `{}`, its first value, by which there is no OAuth app.
 * @throws OAuthAppError
 */
export function parseOAuthApp(text: string): OAuthApp | null {
  const parsed = oauthAppSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new OAuthAppError(
    'the OAuth app secret has to be mended: store an object with client_id and client_secret, each as GitHub shows ' +
      'it for the OAuth app, without white space, and nothing else',
  );
}

/** The message of a SyntaxError quotes the text. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new OAuthAppError('the OAuth app secret is not JSON: store an object, `{}` at the least');
  }
}
