import type { SourceId } from '../../../shared/domain/usage-snapshot.ts';
import type { Answer } from './answer.ts';
import type { HttpRequest, Operation } from './peer-request.ts';

/** One of the peer's servers. */
export interface Api {
  readonly source: SourceId;
  operationOf(request: HttpRequest): Operation;
  /** An honest answer, but that a page begins so many entries later or earlier than it should. */
  answer(request: HttpRequest, movedBy: number): Promise<Answer>;
}
