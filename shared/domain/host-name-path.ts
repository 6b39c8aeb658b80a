import type { HostName } from './host-name.ts';

/**
 * Host names, one behind the other, and all that begin with them. People have accounts on the same few instances: each
 * list is made once. As many as people were kept until all garbage was collected, which took hundreds of MB.
 */
export class HostNamePath {
  readonly #shorter: HostNamePath | null;
  readonly #last: HostName | null;
  readonly #longer: HostNamePath[] = [];
  #hostNames: readonly HostName[] | null = null;

  /** Of none; `with` gives all others. */
  constructor(shorter: HostNamePath | null = null, last: HostName | null = null) {
    this.#shorter = shorter;
    this.#last = last;
  }

  get hostNames(): readonly HostName[] {
    this.#hostNames ??= this.#listed();
    return this.#hostNames;
  }

  /** With one more behind them. */
  with(hostName: HostName): HostNamePath {
    // There are few of them.
    for (const longer of this.#longer) if (longer.#last === hostName) return longer;
    const longer = new HostNamePath(this, hostName);
    this.#longer.push(longer);
    return longer;
  }

  #listed(): readonly HostName[] {
    const hostNames: HostName[] = [];
    for (let path: HostNamePath | null = this; path !== null; path = path.#shorter)
      if (path.#last !== null) hostNames.push(path.#last);
    return hostNames.reverse();
  }
}
