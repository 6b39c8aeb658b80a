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
  several_instances: z.enum(['true', 'false', ''], 'must be true or false').default(''),
};

type PeopleFilterQuery = {
  readonly [Name in keyof typeof peopleFilterQuery]: z.output<(typeof peopleFilterQuery)[Name]>;
};

/** Null when everybody is wanted. */
export function peopleFilterOf(query: PeopleFilterQuery): PeopleFilter | null {
  const filter = {
    consumes: booleanOf(query.consumes),
    reason: query.reason === '' ? null : query.reason,
    deployment: query.deployment === '' ? null : DEPLOYMENTS[query.deployment],
    source: query.source,
    onSeveralInstances: booleanOf(query.several_instances),
  };
  return Object.values(filter).every((wanted) => wanted === null) ? null : filter;
}

function booleanOf(text: 'true' | 'false' | ''): boolean | null {
  return text === '' ? null : text === 'true';
}
