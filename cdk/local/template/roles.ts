import * as z from 'zod';
import { policyDocument, readResources, withoutLocalEffect } from './properties.ts';
import type { Resolver } from './resolver.ts';
import { resourcesOfType, type Template } from './template.ts';

/** Managed policies that allow nothing of what the local services offer: logs and traces only. */
const MANAGED_POLICIES_WITHOUT_LOCAL_EFFECT: ReadonlySet<string> = new Set([
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
  'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess',
]);

const namedPolicy = z.strictObject({ PolicyName: z.string(), PolicyDocument: policyDocument });

const roleProperties = z.strictObject({
  RoleName: z.string().optional(),
  AssumeRolePolicyDocument: policyDocument,
  ManagedPolicyArns: z
    .array(
      z.string().refine((arn) => MANAGED_POLICIES_WITHOUT_LOCAL_EFFECT.has(arn), {
        error: 'the local run does not know what this managed policy allows',
      }),
    )
    .optional(),
  Policies: z.array(namedPolicy).default([]),
  Description: withoutLocalEffect,
  Tags: withoutLocalEffect,
});

const policyProperties = z.strictObject({
  ...namedPolicy.shape,
  Roles: z.array(z.string()),
});

export interface RoleDefinition {
  readonly name: string;
  readonly arn: string;
  /** Inline policies and those attached to the role, by name. */
  readonly policies: readonly { readonly name: string; readonly policy: Readonly<Record<string, unknown>> }[];
}

/** The roles of the functions that run locally: `roleArns`. */
export function readRoles(
  template: Template,
  resolver: Resolver,
  roleArns: ReadonlySet<string>,
): RoleDefinition[] {
  const attached = readResources(template, resolver, policyProperties, 'AWS::IAM::Policy').map(
    ([, policy]) => policy,
  );
  const Resources = Object.fromEntries(
    resourcesOfType(template, 'AWS::IAM::Role').filter(([logicalId]) => {
      return roleArns.has(resolver.identity(logicalId).attributes.Arn ?? '');
    }),
  );
  return readResources({ Resources }, resolver, roleProperties, 'AWS::IAM::Role').map(([logicalId, role]) => {
    const { ref: name, attributes } = resolver.identity(logicalId);
    const policies = [...role.Policies, ...attached.filter(({ Roles }) => Roles.includes(name))];
    return {
      name,
      arn: attributes.Arn ?? '',
      policies: policies.map(({ PolicyName, PolicyDocument }) => ({
        name: PolicyName,
        policy: PolicyDocument,
      })),
    };
  });
}
