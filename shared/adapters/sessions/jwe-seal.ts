import { hkdfSync } from 'node:crypto';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import * as z from 'zod';
import type { Seal, Session, SignInAttempt } from '../../session-ports.ts';

const KEY_BYTES = 32;

interface JweSealOptions<Content> {
  /** The text that the keys of all seals derive from. */
  readonly secret: () => Promise<string>;
  /** A seal opens only what was sealed for the same purpose. */
  readonly purpose: string;
  readonly schema: z.ZodType<Content>;
}

/** An encrypted JWT: AES-256-GCM under a key of its own for each purpose. */
export class JweSeal<Content extends { readonly expiresAt: string }> implements Seal<Content> {
  readonly #options: JweSealOptions<Content>;

  constructor(options: JweSealOptions<Content>) {
    this.#options = options;
  }

  async seal(content: Content): Promise<string> {
    return new EncryptJWT({ content })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setExpirationTime(new Date(content.expiresAt))
      .encrypt(await this.#key());
  }

  async open(text: string, now: Date): Promise<Content | null> {
    const key = await this.#key();
    try {
      const { payload } = await jwtDecrypt(text, key, {
        currentDate: now,
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
        requiredClaims: ['exp'],
      });
      return this.#options.schema.parse(payload.content);
    } catch (error) {
      // Content of another shape was sealed by another version of this code.
      if (error instanceof errors.JOSEError || error instanceof z.ZodError) return null;
      throw error;
    }
  }

  async #key(): Promise<Uint8Array> {
    const { secret, purpose } = this.#options;
    return new Uint8Array(hkdfSync('sha256', await secret(), '', `license-usage-sync ${purpose}`, KEY_BYTES));
  }
}

const sessionSchema = z.object({
  token: z.string(),
  login: z.string(),
  csrfToken: z.string(),
  expiresAt: z.iso.datetime(),
}) satisfies z.ZodType<Session>;

const signInAttemptSchema = z.object({
  state: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
  expiresAt: z.iso.datetime(),
}) satisfies z.ZodType<SignInAttempt>;

export function sessionSeal(secret: () => Promise<string>): Seal<Session> {
  return new JweSeal({ secret, purpose: 'session', schema: sessionSchema });
}

export function signInSeal(secret: () => Promise<string>): Seal<SignInAttempt> {
  return new JweSeal({ secret, purpose: 'sign-in', schema: signInAttemptSchema });
}
