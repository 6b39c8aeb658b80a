import { runSimulation } from '@cloud-copilot/iam-simulate';
import { ACCOUNT_ID } from '../template/account.ts';
import type { RoleDefinition } from '../template/roles.ts';
import type { StackDefinition } from '../template/stack.ts';

/** One permission that a request needs. */
export interface Permission {
  /** Such as `s3:GetObject`. */
  readonly action: string;
  /** ARN, or `*` where the action has no resource. */
  readonly resource: string;
  /** Condition keys of the request. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Decisions are kept by request, and a first load names thousands of objects; then all are forgotten. */
const MAX_DECISIONS = 10_000;

/** Local requests are plain HTTP. They count as TLS, so that "TLS only" policies bear on all others as on AWS. */
const CONTEXT = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' };

/** Says who may do what, by the policies of the template alone. */
export class AccessControl {
  readonly #roles: ReadonlyMap<string, RoleDefinition>;
  readonly #resourcePolicies: readonly (readonly [arn: string, policy: Readonly<Record<string, unknown>>])[];
  readonly #decisions = new Map<string, Promise<boolean>>();

  constructor({ roles, buckets, queues }: Pick<StackDefinition, 'roles' | 'buckets' | 'queues'>) {
    this.#roles = new Map(roles.map((role) => [role.name, role]));
    this.#resourcePolicies = [...buckets, ...queues].map(
      ({ arn, policies }) => [arn, merge(policies)] as const,
    );
  }

  /** The role whose access key it is; null for every other key, which counts as the account's owner. */
  roleOf(accessKeyId: string | null): RoleDefinition | null {
    return this.#roles.get(accessKeyId ?? '') ?? null;
  }

  async allows(role: RoleDefinition, permission: Permission): Promise<boolean> {
    const request = JSON.stringify([role.name, permission]);
    const known = this.#decisions.get(request);
    if (known !== undefined) return known;
    if (this.#decisions.size >= MAX_DECISIONS) this.#decisions.clear();
    const decision = this.#simulate(role.arn, role.policies, permission);
    this.#decisions.set(request, decision);
    return decision;
  }

  /** For calls between services, which only the policy of the resource can allow. */
  async allowsService(service: string, permission: Permission): Promise<boolean> {
    return this.#simulate(service, [], permission);
  }

  async #simulate(
    principal: string,
    policies: RoleDefinition['policies'],
    { action, resource, context }: Permission,
  ): Promise<boolean> {
    const [, resourcePolicy] =
      this.#resourcePolicies.find(([arn]) => resource === arn || resource.startsWith(`${arn}/`)) ?? [];
    const result = await runSimulation(
      {
        request: {
          principal,
          action,
          resource: { resource: literal(resource), accountId: ACCOUNT_ID },
          contextVariables: { ...CONTEXT, ...context },
        },
        identityPolicies: [...policies],
        serviceControlPolicies: [],
        resourceControlPolicies: [],
        resourcePolicy,
      },
      {},
    );
    if (result.resultType !== 'error') return result.overallResult === 'Allowed';
    throw new Error(`Access to ${action} on ${resource} cannot be decided: ${JSON.stringify(result.errors)}`);
  }
}

/** In a policy `*` and `?` are patterns; in the name of an object they are characters like any other. */
function literal(resource: string): string {
  return resource === '*' ? resource : resource.replaceAll(/[*?]/g, '_');
}

function merge(policies: readonly Readonly<Record<string, unknown>>[]): Readonly<Record<string, unknown>> {
  return { Version: '2012-10-17', Statement: policies.flatMap(({ Statement }) => Statement ?? []) };
}
