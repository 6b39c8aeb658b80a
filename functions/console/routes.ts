import type { RouteKeyOf } from '../../shared/contracts/http/routes.ts';
import type { RouteHandlers } from '../../shared/runtime/http/handler.ts';
import type { HttpRequest } from '../../shared/runtime/http/request.ts';
import { type PageRoutesPorts, pageRoutes } from './page-routes.ts';
import { type SessionRoutesPorts, sessionRoutes } from './session-routes.ts';
import { type SignInRoutesPorts, signInRoutes } from './sign-in-routes.ts';

export type ConsolePorts = PageRoutesPorts & SignInRoutesPorts & SessionRoutesPorts;

/** From a request to the use case, and from its outcome to the answer. */
export function consoleRoutes(ports: ConsolePorts): RouteHandlers<RouteKeyOf<'console'>, HttpRequest> {
  return { ...pageRoutes(ports), ...signInRoutes(ports), ...sessionRoutes(ports) };
}
