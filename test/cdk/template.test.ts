import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { specProblems } from '../support/resource-spec.ts';
import {
  type SynthesizedStack,
  synthesizeFully,
  temporaryApp,
  WITHOUT_BUNDLES,
  WITHOUT_RULES_OF_CDK,
} from '../support/synthesized-template.ts';

const stack = synthesizeFully({ noticeEmail: 'owners@example.com' });

const reportSchema = z.object({
  pluginReports: z.array(z.object({ violations: z.array(z.object({ ruleName: z.string() })) })),
});

/** Rules that the assembly breaks, if only as a warning. */
function brokenRules({ assembly }: SynthesizedStack): string[] {
  const report = reportSchema.parse(
    JSON.parse(readFileSync(join(assembly, 'validation-report.json'), 'utf8')),
  );
  return report.pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
}

describe('the rules of CDK and of cdk-nag', () => {
  test('are kept, with and without mail', () => {
    expect(brokenRules(stack)).toEqual([]);
    const withoutNotices = synthesizeFully(WITHOUT_BUNDLES);
    expect(brokenRules(withoutNotices)).toEqual([]);
    const mailing = { ...WITHOUT_BUNDLES, stage: 'prod', alarmEmail: 'on-call@example.com' };
    expect(brokenRules(synthesizeFully(mailing))).toEqual([]);
  });

  test('are kept in a VPC', () => {
    const inVpc = {
      ...WITHOUT_BUNDLES,
      vpcId: 'vpc-0a1b2c3d',
      subnetIds: 'subnet-00000001',
      availabilityZones: 'eu-west-1a',
    };
    expect(brokenRules(synthesizeFully(inVpc))).toEqual([]);
  });

  test('are kept with a key of the customer', () => {
    const withKey = { ...WITHOUT_BUNDLES, customerManagedKey: 'true', noticeEmail: 'owners@example.com' };
    expect(brokenRules(synthesizeFully(withKey))).toEqual([]);
  });

  test('are looked at: a careless stack beside ours fails by both packs of cdk-nag', () => {
    const app = temporaryApp({ ...WITHOUT_BUNDLES, ...WITHOUT_RULES_OF_CDK });
    new Queue(new Stack(app, 'Careless'), 'Queue');
    expect(() => app.synth()).toThrow(/AwsSolutions-SQS4[\s\S]*Serverless-SQSRedrivePolicy/);
  });
});

describe('by the published schema of CloudFormation', () => {
  const ours = stack.resources().filter(({ type }) => !type.startsWith('Custom::'));

  test.each(ours)('$logicalId is valid', ({ type, raw }) => {
    expect(specProblems(type, raw)).toEqual([]);
  });

  test('a misspelled, a missing and a mistyped property are noticed', () => {
    expect(
      specProblems('AWS::Lambda::Function', { Rolle: 'role', Code: {}, Timeout: 'long', Runtime: 'node' }),
    ).toEqual([
      'AWS::Lambda::Function.Role is missing',
      'AWS::Lambda::Function.Rolle is unknown',
      'AWS::Lambda::Function.Timeout is no integer, or not one that is allowed',
    ]);
  });
});

test('the same sources give the same template and the same bundles', () => {
  const again = synthesizeFully({ ...WITHOUT_RULES_OF_CDK, noticeEmail: 'owners@example.com' });
  expect(again.text).toBe(stack.text);
});

test('names no account and no region', () => {
  expect(stack.text).not.toMatch(/\b\d{12}\b/);
  expect(stack.text).not.toMatch(/\b(us|eu|ap|ca|sa|me|af)-(north|south|east|west|central)[a-z]*-\d\b/);
});

test('every resource that can be tagged says what it belongs to', () => {
  const tagged = stack.resources().filter(({ raw }) => 'Tags' in raw);
  expect(tagged.length).toBeGreaterThan(10);
  for (const { properties } of tagged) {
    const tags = Array.isArray(properties.Tags)
      ? Object.fromEntries(properties.Tags.map(({ Key, Value }) => [Key, Value]))
      : properties.Tags;
    expect(tags).toEqual({ project: 'license-usage-sync', stage: 'dev' });
  }
});
