import type { HostName } from './host-name.ts';
import type { Consumption } from './person.ts';

/** How a person counts: all that most people are asked for. */
export interface PersonUsage {
  readonly consumption: Consumption;
  readonly hasCloudAccount: boolean;
  /** How many addresses the cloud account has, verified or linked. */
  readonly cloudEmails: number;
  /** Of each server account, sorted. */
  readonly hostNames: readonly HostName[];
  readonly ambiguities: number;
}
