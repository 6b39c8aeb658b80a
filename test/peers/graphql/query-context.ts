import type { EnterpriseShown } from '../content/enterprise-shown.ts';
import type { Role } from '../tokens.ts';

/** What the resolvers of one query know. */
export interface QueryContext {
  readonly shown: EnterpriseShown;
  readonly role: Role;
  /** By how many entries later or earlier than it should a page begins that follows a cursor. */
  readonly movedBy: number;
}
