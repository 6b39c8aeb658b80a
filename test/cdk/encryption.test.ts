import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { sectionsOf, tableRows } from '../support/markdown-tables.ts';
import { synthesize } from '../support/synthesized-template.ts';

const NOTICES = { noticeEmail: 'owners@example.com' };
const stack = synthesize({ ...NOTICES, customerManagedKey: 'true' });
const without = synthesize(NOTICES);

const KEY = '<EncryptionKey.Arn>';

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const statementSchema = z.object({
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
const policySchema = z.object({
  Roles: z.tuple([z.string()]),
  PolicyDocument: z.object({ Statement: z.array(statementSchema) }),
});
type Statement = z.output<typeof statementSchema>;

function statementsByRole({ resources }: typeof stack): ReadonlyMap<string, readonly Statement[]> {
  const policies = resources('AWS::IAM::Policy').map(({ properties }) => policySchema.parse(properties));
  return new Map(policies.map(({ Roles: [role], PolicyDocument }) => [role, PolicyDocument.Statement]));
}

const isOfKey = ({ Resource }: Statement) => Resource.includes(KEY);

/** `kms:Decrypt through s3`, for each action. */
function usesOfKey({ Action, Condition }: Statement): string[] {
  const service = /^\w+/.exec(String(Condition?.StringEquals?.['kms:ViaService'] ?? 'anything'))?.[0];
  return Action.map((action) => `${action} through ${service}`);
}

describe('with a key of the customer', () => {
  test.each([
    ['AWS::S3::Bucket', 1],
    ['AWS::DynamoDB::GlobalTable', 2],
    ['AWS::SQS::Queue', 4],
    ['AWS::SecretsManager::Secret', 3],
    ['AWS::Logs::LogGroup', 13],
  ])('it encrypts each %s', (type, count) => {
    const stores = stack.resources(type);
    expect(stores.length).toBe(count);
    for (const { properties } of stores) expect(JSON.stringify(properties)).toContain(KEY);
  });

  test('of tables, by the specification of both table and replica', () => {
    for (const { properties } of stack.resources('AWS::DynamoDB::GlobalTable')) {
      expect(properties).toMatchObject({
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        Replicas: [{ SSESpecification: { KMSMasterKeyId: KEY } }],
      });
    }
  });

  test('it is changed every year, and outlasts a deleted stack in prod', () => {
    const ofStage = (stage: string) =>
      synthesize({ stage, customerManagedKey: 'true' }).resources('AWS::KMS::Key');
    expect(ofStage('dev')).toMatchObject([
      { deletionPolicy: 'Delete', properties: { EnableKeyRotation: true } },
    ]);
    expect(ofStage('prod')).toMatchObject([
      { deletionPolicy: 'Retain', properties: { EnableKeyRotation: true } },
    ]);
  });

  test('it is for this account, and for services that act for it', () => {
    const [key] = stack.resources('AWS::KMS::Key');
    const account = { AWS: 'arn:<AWS::Partition>:iam::<AWS::AccountId>:root' };
    expect(key?.properties.KeyPolicy).toMatchObject({
      Statement: [
        { Action: 'kms:*', Principal: account },
        {
          Principal: { Service: 'logs.<AWS::Region>.amazonaws.com' },
          Condition: {
            ArnLike: {
              'kms:EncryptionContext:aws:logs:arn': expect.stringMatching(
                /:log-group:license-usage-sync-dev-\*$/,
              ),
            },
          },
        },
        {
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Principal: { Service: ['events.amazonaws.com', 's3.amazonaws.com'] },
          Condition: { StringEquals: { 'aws:SourceAccount': '<AWS::AccountId>' } },
        },
        {
          Principal: account,
          Condition: { StringEquals: { 'kms:ViaService': 'secretsmanager.<AWS::Region>.amazonaws.com' } },
        },
      ],
    });
  });
});

describe('with a key of the customer, a role', () => {
  const doc = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8');
  const rules = tableRows(sectionsOf(doc).get('With customerManagedKey') ?? '');
  const roles = [...statementsByRole(stack)].map(([role, statements]) => ({ role, statements }));

  test.each(roles)(
    '$role uses it as docs/permissions.md says, and through the services that it calls',
    ({ statements }) => {
      const mayDo = new Set(statements.flatMap(({ Action }) => Action));
      const expected = rules
        .filter(([action = '']) => mayDo.has(action))
        .flatMap(([, uses = '', service]) => uses.split(' ').map((use) => `${use} through ${service}`));
      expect(new Set(statements.filter(isOfKey).flatMap(usesOfKey))).toEqual(new Set(expected));
    },
  );

  test.each(roles)('$role may do nothing else that it may not without', ({ role, statements }) => {
    expect(statements.filter((statement) => !isOfKey(statement))).toEqual(
      statementsByRole(without).get(role),
    );
  });
});

test('without it there is none, and nothing names one', () => {
  expect(without.resources('AWS::KMS::Key')).toEqual([]);
  expect(without.text).not.toMatch(/kms/i);
});
