import { forgetCookie, readCookie, setCookie } from '../../shared/contracts/http/cookies.ts';
import type { RouteKeyOf } from '../../shared/contracts/http/routes.ts';
import type { SignInError } from '../../shared/contracts/http/session.ts';
import { signInAnswerSchema, signInQuerySchema } from '../../shared/contracts/http/sign-in.ts';
import type { RouteHandler } from '../../shared/runtime/http/handler.ts';
import type { HttpReply } from '../../shared/runtime/http/reply.ts';
import { type HttpRequest, parseQuery } from '../../shared/runtime/http/request.ts';
import type { OAuthApp } from '../../shared/session-ports.ts';
import { type BeginSignInPorts, beginSignIn, SIGN_IN_SECONDS } from './begin-sign-in.ts';
import { type CompleteSignInPorts, completeSignIn } from './complete-sign-in.ts';
import { SESSION_SECONDS } from './new-session.ts';

export interface SignInRoutesPorts extends BeginSignInPorts, CompleteSignInPorts {
  readonly github: BeginSignInPorts['github'] & CompleteSignInPorts['github'];
  readonly attempts: BeginSignInPorts['attempts'] & CompleteSignInPorts['attempts'];
  /** Null when there is none. */
  readonly oauthApp: () => Promise<OAuthApp | null>;
}

type SignInRoute = Extract<RouteKeyOf<'console'>, `GET /sign-in${string}`>;

/** Without an OAuth app the page offers another way. */
const SIGN_IN_VIEW = '#/sign-in';

/** To GitHub, and back from it. */
export function signInRoutes(
  ports: SignInRoutesPorts,
): Readonly<Record<SignInRoute, RouteHandler<HttpRequest>>> {
  return {
    'GET /sign-in': async (request) => {
      const { return_to: returnTo } = parseQuery(request, 'SignIn', signInQuerySchema);
      const app = await ports.oauthApp();
      if (app === null) return redirect(pageUrl(request, SIGN_IN_VIEW));
      const { scheme, now } = request;
      const { url, attempt } = await beginSignIn(ports, app, {
        returnTo,
        redirectUri: callback(request),
        now,
      });
      return redirect(url, [setCookie('sign-in', attempt, { scheme, maxAgeSeconds: SIGN_IN_SECONDS })]);
    },
    'GET /sign-in/callback': async (request) => {
      const app = await ports.oauthApp();
      if (app === null) return redirect(pageUrl(request, SIGN_IN_VIEW));
      const { cookies, scheme, now } = request;
      // An attempt is good for one answer.
      const forgotten = forgetCookie('sign-in', scheme);
      const completed = await completeSignIn(ports, app, {
        answer: parseQuery(request, 'SignIn', signInAnswerSchema),
        attempt: readCookie(cookies, 'sign-in', scheme),
        redirectUri: callback(request),
        now,
      });
      if (completed.outcome === 'refused') {
        return redirect(pageUrl(request, failurePlace(completed.error)), [forgotten]);
      }
      const session = setCookie('session', completed.sealed, { scheme, maxAgeSeconds: SESSION_SECONDS });
      return redirect(pageUrl(request, completed.returnTo), [forgotten, session]);
    },
  };
}

/** The owner of the OAuth app has registered it with GitHub, which sends nobody anywhere else. */
function callback(request: HttpRequest): string {
  return request.urlOf('/sign-in/callback');
}

function pageUrl(request: HttpRequest, place: string): string {
  return request.urlOf(`/${place}`);
}

function failurePlace(error: SignInError): string {
  return `${SIGN_IN_VIEW}?error=${error}`;
}

function redirect(location: string, cookies: readonly string[] = []): HttpReply {
  // GitHub need not know which view somebody came from, nor the next page the code in this address.
  return { status: 302, headers: { location, 'referrer-policy': 'no-referrer' }, body: null, cookies };
}
