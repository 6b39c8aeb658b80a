import type { SignInError } from '../../shared/contracts/http/session.ts';
import type { SignInAnswer } from '../../shared/contracts/http/sign-in.ts';
import type { EnterpriseOwners } from '../../shared/github-ports.ts';
import type { GitHubSignIn, OAuthApp, Seal, SignInAttempt } from '../../shared/session-ports.ts';
import { type NewSessionPorts, newSession } from './new-session.ts';

export interface CompleteSignInPorts extends NewSessionPorts {
  readonly github: Pick<GitHubSignIn, 'exchange' | 'revoke'>;
  readonly owners: EnterpriseOwners;
  readonly attempts: Pick<Seal<SignInAttempt>, 'open'>;
  /** Hears that GitHub asks nobody for us, and in which word it says why. */
  readonly onAppRefused: (error: string) => void;
}

export type CompletedSignIn =
  | { readonly outcome: 'signed-in'; readonly sealed: string; readonly returnTo: string }
  | { readonly outcome: 'refused'; readonly error: SignInError };

export interface ReturnFromGitHub {
  readonly answer: SignInAnswer;
  /** What the browser kept; null when it has nothing. */
  readonly attempt: string | null;
  readonly redirectUri: string;
  readonly now: Date;
}

/** Lets in whom GitHub has sent back, if it is an owner who was sent there from this browser. */
export async function completeSignIn(
  ports: CompleteSignInPorts,
  app: OAuthApp,
  { answer, attempt, redirectUri, now }: ReturnFromGitHub,
): Promise<CompletedSignIn> {
  const opened = attempt === null ? null : await ports.attempts.open(attempt, now);
  if (opened === null || answer.state !== opened.state) return refused('expired');
  if (answer.error === 'access_denied') return refused('access_denied');
  if (answer.error !== undefined) {
    ports.onAppRefused(answer.error);
    return refused('github_unavailable');
  }
  if (answer.code === undefined) return refused('expired');
  const { codeVerifier, returnTo } = opened;
  const exchanged = await ports.github.exchange(app, { code: answer.code, codeVerifier, redirectUri });
  if (exchanged.outcome === 'expired') return refused('expired');
  if (exchanged.outcome === 'unavailable') return refused('github_unavailable');
  const { token } = exchanged;
  const check = await ports.owners.check(token);
  if (check.verdict === 'owner') {
    const { sealed } = await newSession(ports, { token, login: check.login }, now);
    return { outcome: 'signed-in', sealed, returnTo };
  }
  // It opens nothing here, and would be good for ever.
  await ports.github.revoke(app, token);
  // A token that GitHub has just given and does not know is GitHub's trouble too.
  return refused(check.verdict === 'forbidden' ? 'not_an_owner' : 'github_unavailable');
}

function refused(error: SignInError): CompletedSignIn {
  return { outcome: 'refused', error };
}
