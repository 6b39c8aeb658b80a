import type { EnterpriseOwners, OwnerCheck } from '../../../shared/github-ports.ts';

/** Knows the tokens it is told of, and notes which it is asked for. */
export class ScriptedOwners implements EnterpriseOwners {
  readonly asked: string[] = [];
  readonly checks = new Map<string, OwnerCheck>();

  async check(token: string): Promise<OwnerCheck> {
    this.asked.push(token);
    return this.checks.get(token) ?? { verdict: 'unauthenticated' };
  }
}
