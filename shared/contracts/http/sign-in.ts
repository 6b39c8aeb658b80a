import * as z from 'zod';

/** The page's start. */
const START = '#/';

/** A place in the page: nothing that could lead anywhere else. */
const PLACE = /^#\/[\x21-\x7e]{0,1000}$/;

/** `GET /sign-in`. What is no place in the page is its start. */
export const signInQuerySchema = z.object({ return_to: z.string().regex(PLACE).catch(START) });

/** GitHub's words. The first is the decision of whoever was asked; the others need the app's registration mended. */
const GITHUB_ERRORS = ['access_denied', 'application_suspended', 'redirect_uri_mismatch'] as const;

/**
 * `GET /sign-in/callback`, to which GitHub sends the browser back with a code, or with an error.
 * https://docs.github.com/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-authorization-request-errors
 */
export const signInAnswerSchema = z.object({
  state: z.string().optional(),
  code: z.string().optional(),
  error: z
    .string()
    .transform((word) => GITHUB_ERRORS.find((known) => known === word) ?? 'unknown')
    .optional(),
});
export type SignInAnswer = z.output<typeof signInAnswerSchema>;
