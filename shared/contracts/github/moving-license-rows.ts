import {
  cloudAccountKey,
  type LicenseRow,
  type ServerAccountRef,
  serverAccountKey,
} from '../../domain/account.ts';
import { byRowKey, rowKey } from '../../domain/row-key.ts';

interface Entry {
  /** Has fewer server accounts once rows of later pages turn out to have them. */
  row: LicenseRow;
  readonly page: number;
}

/**
 * The license rows of a listing that changes while it is paged through: whoever joins or leaves moves others to
 * another page, so a row may come twice. Each login, and each `host:id`, belongs to the last row that names it.
 */
export class MovingLicenseRows {
  readonly #entries = new Set<Entry>();
  readonly #holders = new Map<string, Entry>();
  #page = 0;
  #unidentified = 0;

  /** Rows that name no login, no server account and no subscription. */
  get unidentified(): number {
    return this.#unidentified;
  }

  /**
   * `nothing-new` when every row was there before. `contradictory` when two rows of the page name one account,
   * which no moving explains.
   */
  addPage(rows: readonly LicenseRow[]): 'added' | 'nothing-new' | 'contradictory' {
    const before = this.#entries.size + this.#unidentified;
    this.#page += 1;
    if (!rows.every((row) => this.#add(row))) return 'contradictory';
    return this.#entries.size + this.#unidentified > before ? 'added' : 'nothing-new';
  }

  /** By row key. For the end: what only adding needs, as much again as the rows, is let go of first. */
  takeSorted(): LicenseRow[] {
    this.#holders.clear();
    const keyed = [...this.#entries].map(({ row }) => ({ key: rowKey(row) ?? '', row }));
    this.#entries.clear();
    return keyed.sort(byRowKey).map(({ row }) => row);
  }

  /** False when another row of the page names the same account. */
  #add(row: LicenseRow): boolean {
    if (rowKey(row) === null) {
      this.#unidentified += 1;
      return true;
    }
    const entry: Entry = { row, page: this.#page };
    const names = namesOf(row);
    const isClaimed = names.map((name) => this.#claim(name, entry));
    this.#entries.add(entry);
    if (names.length > 0) return isClaimed.every(Boolean);
    // Without an account of its own a row is known by its content, and a page may hold two that are alike.
    this.#claim(JSON.stringify(row), entry);
    return true;
  }

  #claim(name: string, entry: Entry): boolean {
    const holder = this.#holders.get(name);
    this.#holders.set(name, entry);
    if (holder?.page === entry.page) return false;
    if (holder !== undefined) this.#release(holder, name);
    return true;
  }

  /** A row that lost its login, or all accounts and has no login, was the one that has come again. */
  #release(holder: Entry, name: string): void {
    const { row } = holder;
    const serverAccounts = row.serverAccounts.filter((account) => nameOf(account) !== name);
    const lostNoAccount = serverAccounts.length === row.serverAccounts.length;
    const lostTheLastAccount = row.login === null && serverAccounts.length === 0;
    if (lostNoAccount || lostTheLastAccount) this.#entries.delete(holder);
    holder.row = { ...row, serverAccounts };
  }
}

/** The accounts that a row alone may name. */
function namesOf({ login, serverAccounts }: LicenseRow): string[] {
  const names = serverAccounts.map(nameOf).filter((name) => name !== null);
  return login === null ? names : [cloudAccountKey(login), ...names];
}

/** Null for a bare id: without its host it may be that of another person on another instance. */
function nameOf({ hostName, userId }: ServerAccountRef): string | null {
  return hostName === null ? null : serverAccountKey(hostName, userId);
}
