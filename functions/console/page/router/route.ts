/** Where in the page one is: `#/people/ID?q=...` */
export interface Route {
  /** Decoded: `['people', 'ID']`. Empty at the beginning. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return { path: path.split('/').filter(Boolean).map(decoded), query: new URLSearchParams(query) };
}

/** What somebody mistyped by hand stands as it is. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Empty values are left out, so that a link is as short as what it says. */
export function hrefOf(path: readonly string[], query: Readonly<Record<string, string>> = {}): string {
  const told = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  const search = told.size > 0 ? `?${told}` : '';
  return `#/${path.map(encodeURIComponent).join('/')}${search}`;
}

/** The same place with some of the query changed. */
export function hrefWith({ path, query }: Route, changes: Readonly<Record<string, string>>): string {
  return hrefOf(path, { ...Object.fromEntries(query), ...changes });
}

/** From 1. What is no number is the first page. `name` where a view has several listings. */
export function pageOf({ query }: Route, name = 'page'): number {
  const page = Number(query.get(name) ?? '1');
  return Number.isSafeInteger(page) && page >= 1 ? page : 1;
}
