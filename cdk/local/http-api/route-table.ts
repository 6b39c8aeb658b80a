import type { RouteDefinition } from '../template/http-api.ts';

export interface MatchedRoute {
  readonly route: RouteDefinition;
  /** Decoded; null when the path of the route has none. */
  readonly pathParameters: Readonly<Record<string, string>> | null;
}

interface Segment {
  readonly kind: 'literal' | 'parameter' | 'greedy';
  /** Of the parameter, or the literal itself. */
  readonly text: string;
}

interface ParsedRoute {
  readonly route: RouteDefinition;
  readonly method: string;
  readonly segments: readonly Segment[];
}

/** The narrower a segment matches, the sooner its route is taken. */
const NARROWNESS: Readonly<Record<Segment['kind'], number>> = { literal: 2, parameter: 1, greedy: 0 };

/** Finds the route of a request as an HTTP API does: the narrowest path, its own method before ANY, `$default` last. */
export class RouteTable {
  readonly #routes: readonly ParsedRoute[];
  readonly #default: RouteDefinition | null;

  constructor(routes: readonly RouteDefinition[]) {
    this.#default = routes.find(({ routeKey }) => routeKey === '$default') ?? null;
    this.#routes = routes
      .filter(({ routeKey }) => routeKey !== '$default')
      .map(parseRoute)
      .toSorted((a, b) => compareRanks(rankOf(b), rankOf(a)));
  }

  /** `pathname` as sent. Null where AWS answers 404. Throws URIError when it is not URL-encoded. */
  match(method: string, pathname: string): MatchedRoute | null {
    const path = pathname.split('/').slice(1).map(decodeURIComponent);
    for (const { route, method: routeMethod, segments } of this.#routes) {
      if (routeMethod !== 'ANY' && routeMethod !== method) continue;
      const parameters = parametersOf(segments, path);
      if (parameters === null) continue;
      return { route, pathParameters: parameters.length === 0 ? null : Object.fromEntries(parameters) };
    }
    return this.#default === null ? null : { route: this.#default, pathParameters: null };
  }
}

function parseRoute(route: RouteDefinition): ParsedRoute {
  const [method = '', path = ''] = route.routeKey.split(' ');
  return { route, method, segments: path.split('/').slice(1).map(parseSegment) };
}

function parseSegment(segment: string): Segment {
  const [, name, greedy] = /^\{(\w+)(\+?)\}$/.exec(segment) ?? [];
  if (name === undefined) return { kind: 'literal', text: segment };
  return { kind: greedy === '+' ? 'greedy' : 'parameter', text: name };
}

/** Null when the path does not match. */
function parametersOf(
  segments: readonly Segment[],
  path: readonly string[],
): (readonly [name: string, value: string])[] | null {
  const parameters: (readonly [string, string])[] = [];
  for (const [index, { kind, text }] of segments.entries()) {
    const value = path[index];
    if (value === undefined || (kind === 'literal' ? value !== text : value === '')) return null;
    if (kind === 'greedy') return [...parameters, [text, path.slice(index).join('/')]];
    if (kind === 'parameter') parameters.push([text, value]);
  }
  return path.length === segments.length ? parameters : null;
}

function rankOf({ method, segments }: ParsedRoute): readonly number[] {
  return [...segments.map(({ kind }) => NARROWNESS[kind]), method === 'ANY' ? 0 : 1];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((rank, index) => rank !== b[index]);
  return differing === -1 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}
