import type { Operation, PeerRequest } from '../http/peer-request.ts';
import type { Fault } from './fault.ts';

/** Which requests a fault is for; all without it. */
export interface FaultTarget {
  readonly operation?: Operation;
  readonly source?: PeerRequest['source'];
}

/** Decides for the `n`-th request (from 1) of its operation at its source. Null: an honest answer. */
export type FaultDecider = (request: PeerRequest, n: number) => Fault | null;

interface PlannedFault {
  readonly fault: Fault;
  readonly target: FaultTarget;
  remaining: number;
}

/** Switches faults on: those for the next requests come first, then those for all, then the decider's. */
export class Faults {
  readonly #counts = new Map<string, number>();
  #next: PlannedFault[] = [];
  #always: Omit<PlannedFault, 'remaining'>[] = [];
  #decider: FaultDecider = () => null;

  /** For the next matching requests, after those that were asked for before. */
  next(fault: Fault, target: FaultTarget = {}, requests = 1): void {
    this.#next.push({ fault, target, remaining: requests });
  }

  /** For every matching request until `clear`. */
  always(fault: Fault, target: FaultTarget = {}): void {
    this.#always.push({ fault, target });
  }

  decide(decider: FaultDecider): void {
    this.#decider = decider;
  }

  /** Honest answers again, and requests are counted from 1. */
  clear(): void {
    this.#next = [];
    this.#always = [];
    this.#decider = () => null;
    this.#counts.clear();
  }

  /** The fault of a request that has just arrived. */
  take(request: PeerRequest): Fault | null {
    const slot = `${request.source} ${request.operation}`;
    const n = (this.#counts.get(slot) ?? 0) + 1;
    this.#counts.set(slot, n);
    return (
      this.#takeNext(request) ??
      this.#always.find(({ target }) => matches(request, target))?.fault ??
      this.#decider(request, n)
    );
  }

  #takeNext(request: PeerRequest): Fault | null {
    const planned = this.#next.find(({ target }) => matches(request, target));
    if (planned === undefined) return null;
    planned.remaining--;
    if (planned.remaining === 0) this.#next = this.#next.filter((other) => other !== planned);
    return planned.fault;
  }
}

function matches(request: PeerRequest, { operation, source }: FaultTarget): boolean {
  return (
    (operation ?? request.operation) === request.operation && (source ?? request.source) === request.source
  );
}
