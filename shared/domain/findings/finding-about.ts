import { type AccountKey, type ServerAccount, serverAccountKey } from '../account.ts';
import type { Email } from '../email.ts';
import type { Finding, FindingKind, Found } from '../finding.ts';
import type { HostName } from '../host-name.ts';
import type { CanonicalKey } from '../person.ts';
import { type SourceId, serverSourceId } from '../usage-snapshot.ts';

/** What a finding about accounts says beside its kind. Lists in any order; values may be there twice. */
export interface FindingFacts {
  readonly accounts: Iterable<AccountKey>;
  readonly people: Iterable<CanonicalKey>;
  readonly emails?: Iterable<Email>;
  readonly numbers?: Finding['numbers'];
}

/** @param facts are asked for when the finding is. */
export function foundAbout(kind: FindingKind, seats: number, facts: () => FindingFacts): Found {
  return new FoundAbout(kind, seats, facts);
}

class FoundAbout implements Found {
  readonly kind: FindingKind;
  readonly seats: number;
  readonly #facts: () => FindingFacts;

  constructor(kind: FindingKind, seats: number, facts: () => FindingFacts) {
    this.kind = kind;
    this.seats = seats;
    this.#facts = facts;
  }

  finding(): Finding {
    const facts = this.#facts();
    const accounts = sorted(facts.accounts);
    return {
      kind: this.kind,
      accounts,
      sources: sorted(accounts.map(sourceOf)),
      people: sorted(facts.people),
      emails: sorted(facts.emails ?? []),
      numbers: facts.numbers ?? null,
      seats: this.seats,
    };
  }
}

/** Of a finding that is made already. */
export function foundAs(finding: Finding): Found {
  return { kind: finding.kind, seats: finding.seats, finding: () => finding };
}

export function findingAboutSource(
  kind: FindingKind,
  source: SourceId,
  numbers: Finding['numbers'] = null,
): Finding {
  return { kind, accounts: [], sources: [source], people: [], emails: [], numbers, seats: 0 };
}

export function keyOf({ hostName, userId }: ServerAccount): AccountKey {
  return serverAccountKey(hostName, userId);
}

function sourceOf(account: AccountKey): SourceId {
  if (account.startsWith('@')) return 'cloud';
  return serverSourceId(account.slice(0, account.lastIndexOf(':')) as HostName);
}

/** By UTF-16 code units, each value once. */
function sorted<Value extends string>(values: Iterable<Value>): Value[] {
  const list = [...values];
  // Mostly they are: it is told at a fraction of the cost.
  return isSorted(list) ? list : [...new Set(list)].sort();
}

function isSorted(list: readonly string[]): boolean {
  for (let index = 1; index < list.length; index++) {
    if ((list[index - 1] ?? '') >= (list[index] ?? '')) return false;
  }
  return true;
}
