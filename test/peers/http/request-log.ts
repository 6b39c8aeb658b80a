import type { Fault } from '../faults/fault.ts';
import type { PeerRequest } from './peer-request.ts';

export interface LoggedRequest extends PeerRequest {
  readonly fault: Fault['kind'] | null;
}

/** Every request that arrived, in order. Headers and bodies are not kept. */
export class RequestLog {
  readonly #requests: LoggedRequest[] = [];

  add(request: PeerRequest, fault: Fault | null): void {
    this.#requests.push({ ...request, fault: fault?.kind ?? null });
  }

  list(): readonly LoggedRequest[] {
    return [...this.#requests];
  }

  count(of: Partial<PeerRequest> = {}): number {
    return this.#requests.filter((request) => isLike(request, of)).length;
  }

  clear(): void {
    this.#requests.length = 0;
  }
}

function isLike(request: PeerRequest, { source, operation, method, path }: Partial<PeerRequest>): boolean {
  return (
    (source ?? request.source) === request.source &&
    (operation ?? request.operation) === request.operation &&
    (method ?? request.method) === request.method &&
    (path ?? request.path) === request.path
  );
}
