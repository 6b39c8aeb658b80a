import type { Seal, Session } from '../../shared/session-ports.ts';

/** A day at work. */
export const SESSION_SECONDS = 8 * 60 * 60;

export interface NewSessionPorts {
  readonly sessions: Pick<Seal<Session>, 'seal'>;
  /** 256 random bits, in base64url. */
  readonly newSecret: () => string;
}

export interface SealedSession {
  readonly session: Session;
  readonly sealed: string;
}

/** A session for an owner, from now on. */
export async function newSession(
  { sessions, newSecret }: NewSessionPorts,
  { token, login }: Pick<Session, 'token' | 'login'>,
  now: Date,
): Promise<SealedSession> {
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000).toISOString();
  const session: Session = { token, login, csrfToken: newSecret(), expiresAt };
  return { session, sealed: await sessions.seal(session) };
}
