import * as z from 'zod';
import { CONSUMPTION_REASONS } from '../../domain/consumption.ts';
import type { Deployment } from '../../domain/deployment.ts';
import type { PeopleFilter } from '../../domain/people-filter.ts';
import { sourceTerm } from './source-term.ts';

/** By the names that usage by deployment has. */
const DEPLOYMENTS = {
  cloud_only: 'cloudOnly',
  server_only: 'serverOnly',
  cloud_and_server: 'cloudAndServer',
  none: 'none',
} as const satisfies Record<string, Deployment>;

export const DEPLOYMENT_NAMES = Object.keys(DEPLOYMENTS) as (keyof typeof DEPLOYMENTS)[];

/** The query parameters that narrow a listing of people. Empty is absent. */
export const peopleFilterQuery = {
  consumes: z.enum(['true', 'false', ''], 'must be true or false').default(''),
  reason: z
    .enum([...CONSUMPTION_REASONS, ''], `must be one of ${CONSUMPTION_REASONS.join(', ')}`)
    .default(''),
  deployment: z.enum([...DEPLOYMENT_NAMES, ''], `must be one of ${DEPLOYMENT_NAMES.join(', ')}`).default(''),
  source: sourceTerm,
};

type PeopleFilterQuery = {
  readonly [Name in keyof typeof peopleFilterQuery]: z.output<(typeof peopleFilterQuery)[Name]>;
};

/** Null when everybody is wanted. */
export function peopleFilterOf({
  consumes,
  reason,
  deployment,
  source,
}: PeopleFilterQuery): PeopleFilter | null {
  if (consumes === '' && reason === '' && deployment === '' && source === null) return null;
  return {
    consumes: consumes === '' ? null : consumes === 'true',
    reason: reason === '' ? null : reason,
    deployment: deployment === '' ? null : DEPLOYMENTS[deployment],
    source,
  };
}
