const LINK = /<([^<>]*)>([^<]*)/g;
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i;

export interface PageLinks {
  /** As given; null on the last page. */
  readonly next: string | null;
  readonly last: string | null;
}

/** What a `Link` header (RFC 8288) tells of other pages. */
export function pageLinksOf(header: string): PageLinks {
  const targets = new Map<string, string>();
  for (const [, target = '', parameters = ''] of header.matchAll(LINK)) {
    const rel = REL.exec(parameters);
    for (const name of (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/)) targets.set(name, target);
  }
  return { next: targets.get('next') ?? null, last: targets.get('last') ?? null };
}
