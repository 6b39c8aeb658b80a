import { readFileSync } from 'node:fs';
import { Validations } from 'aws-cdk-lib';
import { CfnPolicy } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { sectionsOf, tableRows } from '../support/markdown-tables.ts';
import { readable } from '../support/readable-template.ts';
import {
  synthesize,
  temporaryApp,
  WITHOUT_BUNDLES,
  WITHOUT_RULES_OF_CDK,
} from '../support/synthesized-template.ts';

/** With everything that can be chosen, so that every statement there can be is there. */
const CONTEXT = {
  noticeEmail: 'owners@example.com',
  alarmEmail: 'on-call@example.com',
  vpcId: 'vpc-0a1b2c3d',
  subnetIds: 'subnet-00000001',
  availabilityZones: 'eu-west-1a',
};
const stack = synthesize(CONTEXT);

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const statementSchema = z.strictObject({
  Effect: z.literal('Allow'),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z.strictObject({ StringLike: z.strictObject({ 's3:prefix': z.array(z.string()) }) }).optional(),
});
const policySchema = z.object({
  Roles: z.tuple([z.string()]),
  PolicyDocument: z.object({ Statement: z.array(statementSchema) }),
});
const policies = stack
  .resources('AWS::IAM::Policy')
  .map(({ properties }) => policySchema.parse(properties))
  .map(({ Roles: [role], PolicyDocument }) => ({ name: nameOf(role), statements: PolicyDocument.Statement }));

/** The function of a role, as docs/permissions.md names it. */
function nameOf(role: string): string {
  return role.replace(/^<(\w+?)(?:050a0587b7544547bf325f094a3db834)?Role>$/, '$1');
}

/** One line for each action on each resource. */
function linesOf({ Action, Resource, Condition }: z.output<typeof statementSchema>): string[] {
  const prefixes = Condition?.StringLike['s3:prefix'];
  const condition = prefixes === undefined ? '' : ` if s3:prefix is ${prefixes.join(' ')}`;
  return Action.flatMap((action) => Resource.map((resource) => `${action} on ${resource}${condition}`));
}

const sections = sectionsOf(readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8'));
const EVERY_FUNCTION = 'Every function';
const EVERYTHING = 'Everything';
const WITH_KEY = 'With customerManagedKey';
const CDKS_OWN = 'BucketNotificationsHandler';

/** A row of docs/permissions.md in the form of `linesOf`. */
function writtenLines(name: string, [actions = '', resource = '']: readonly string[]): string[] {
  const [, list = '', condition = ''] = /^(.*?)( if .*)?$/.exec(actions) ?? [];
  const on = resource.replace('its own log group', `<${name}Logs.Arn>`);
  return list.split(' ').map((action) => `${action} on ${on}${condition}`);
}

function writtenRows(name: string): string[][] {
  const common = name === CDKS_OWN ? [] : tableRows(sections.get(EVERY_FUNCTION) ?? '');
  return [...common, ...tableRows(sections.get(name) ?? '')];
}

describe('docs/permissions.md', () => {
  test('has a section for every role that may do anything, and for no other', () => {
    const others = [EVERY_FUNCTION, EVERYTHING, WITH_KEY];
    const functions = [...sections.keys()].filter((title) => !others.includes(title));
    expect(functions.toSorted()).toEqual(policies.map(({ name }) => name).toSorted());
  });

  test.each(policies)('says exactly what $name may do', ({ name, statements }) => {
    const written = writtenRows(name).flatMap((row) => writtenLines(name, row));
    expect(statements.flatMap(linesOf).toSorted()).toEqual(written.toSorted());
  });

  test.each([...sections.keys()])('says why, row by row, under %s', (title) => {
    const rows = tableRows(sections.get(title) ?? '');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.at(-1)).toMatch(/\w+ \w+ /);
  });
});

describe('a wildcard', () => {
  const statements = policies.flatMap((policy) => policy.statements);

  test('is in no action', () => {
    expect(statements.flatMap(({ Action }) => Action).filter((action) => /[*?]/.test(action))).toEqual([]);
  });

  test('is a whole resource only for actions that have none to name', () => {
    const onEverything = statements.filter(({ Resource }) => Resource.includes('*'));
    const reasoned = tableRows(sections.get(EVERYTHING) ?? '').flatMap(([actions = '']) =>
      actions.split(' '),
    );
    expect(new Set(onEverything.flatMap(({ Action }) => Action))).toEqual(new Set(reasoned));
  });

  test('is otherwise the end of a prefix of the bucket', () => {
    const others = statements
      .flatMap(({ Resource }) => Resource)
      .filter((resource) => resource.includes('*') && resource !== '*');
    expect(others.filter((resource) => !/^<UsageBucket\.Arn>\/[a-z]+\/\*$/.test(resource))).toEqual([]);
  });

  test('has its reason beside the grant', () => {
    const app = temporaryApp({ ...WITHOUT_BUNDLES, ...WITHOUT_RULES_OF_CDK, ...CONTEXT });
    const granted = app.node.findAll().filter((construct) => construct instanceof CfnPolicy);
    const wildcards = granted.flatMap((policy) =>
      wildcardsOf(policy).map((wildcard) => ({ policy, wildcard })),
    );
    expect(wildcards.length).toBeGreaterThan(20);
    const withoutReason = wildcards.filter(
      ({ policy, wildcard }) => !/\w+ \w+ /.test(reasonOf(policy, wildcard)),
    );
    expect(withoutReason.map(({ policy, wildcard }) => `${policy.node.path}: ${wildcard}`)).toEqual([]);
  });
});

function wildcardsOf(policy: CfnPolicy): string[] {
  const document = z
    .object({ Statement: z.array(statementSchema) })
    .parse(readable(policy.stack.resolve(policy.policyDocument)));
  return document.Statement.flatMap(({ Resource }) => Resource).filter((resource) => resource.includes('*'));
}

/** What an acknowledgment on the policy, or on what holds it, says about the wildcard; empty when none does. */
function reasonOf(policy: IConstruct, wildcard: string): string {
  const acknowledged = policy.node.scopes
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries(z.record(z.string(), z.string()).parse(data)));
  const rule = `IAM5[Resource::${wildcard}]`;
  // The rule names the bucket by its logical id, with the hash that `readable` takes off.
  const [, reason = ''] =
    acknowledged.find(([id]) => id.replace(/[0-9A-F]{8}(?=\.Arn>)/, '').endsWith(rule)) ?? [];
  return reason;
}

test('the audit trail is added to and read, and by no function changed', () => {
  const allowed = policies
    .flatMap(({ statements }) => statements)
    .filter(({ Resource }) => Resource.some((resource) => /AuditTable|^\*$/.test(resource)))
    .flatMap(({ Action }) => Action)
    .filter((action) => action.startsWith('dynamodb:'));
  expect(new Set(allowed)).toEqual(new Set(['dynamodb:PutItem', 'dynamodb:Query']));
});

describe('a role', () => {
  const roles = stack.resources('AWS::IAM::Role');

  test('is taken by Lambda alone', () => {
    const lambda = {
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { Service: 'lambda.amazonaws.com' },
    };
    for (const { properties } of roles) {
      expect(properties.AssumeRolePolicyDocument).toMatchObject({ Statement: [lambda] });
    }
  });

  test('is of one function only', () => {
    const taken = stack.resources('AWS::Lambda::Function').map(({ properties }) => properties.Role);
    expect(new Set(taken).size).toBe(taken.length);
    expect(roles.length).toBe(taken.length);
  });

  test('has no inline policy, and a managed one only where it is of CDK’s own function', () => {
    const odd = roles.filter(
      ({ properties }) => 'ManagedPolicyArns' in properties || 'Policies' in properties,
    );
    expect(odd.map(({ logicalId }) => logicalId)).toEqual([
      expect.stringMatching(/^BucketNotificationsHandler/),
    ]);
  });
});
