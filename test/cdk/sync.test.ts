import { describe, expect, test } from 'vitest';
import {
  type SynthesizedStack,
  synthesize,
  synthesizeFully,
  WITHOUT_BUNDLES,
} from '../support/synthesized-template.ts';

const stack = synthesize();
const VPC = {
  vpcId: 'vpc-0a1b2c3d',
  subnetIds: 'subnet-00000001,subnet-00000002',
  availabilityZones: 'eu-west-1a,eu-west-1b',
};

function only({ resources }: SynthesizedStack, type: string, logicalId = /./) {
  const [resource, ...others] = resources(type).filter((found) => logicalId.test(found.logicalId));
  if (resource === undefined || others.length > 0) throw new Error(`expected one ${type} ${logicalId}`);
  return resource.properties;
}

describe('the rules', () => {
  const targetOf = (name: string) => ({
    Targets: [
      {
        Arn: `<${name}Function.Arn>`,
        DeadLetterConfig: { Arn: '<SyncFailuresQueue.Arn>' },
      },
    ],
  });

  test('sync once a week, on Monday at 5:00 UTC', () => {
    expect(only(stack, 'AWS::Events::Rule', /Weekly/)).toMatchObject({
      ScheduleExpression: 'cron(0 5 ? * MON *)',
      State: 'ENABLED',
      ...targetOf('Sync'),
    });
  });

  test('sync at the day and hour of the context', () => {
    const moved = synthesize({ syncDay: 'SAT', syncHour: '22' });
    expect(only(moved, 'AWS::Events::Rule', /Weekly/)).toMatchObject({
      ScheduleExpression: 'cron(0 22 ? * SAT *)',
    });
  });

  test('check the age of syncs every day', () => {
    expect(only(stack, 'AWS::Events::Rule', /Daily/)).toMatchObject({
      ScheduleExpression: 'cron(0 12 * * ? *)',
      ...targetOf('CheckSyncAge'),
    });
  });
});

describe('what nobody waits for', () => {
  test.each(['Sync', 'CheckSyncAge'])('is tried three times within an hour, then kept: %s', (name) => {
    const pattern = new RegExp(`^${name}FunctionEventInvokeConfig`);
    expect(only(stack, 'AWS::Lambda::EventInvokeConfig', pattern)).toEqual({
      FunctionName: `<${name}Function>`,
      Qualifier: '$LATEST',
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 3600,
      DestinationConfig: { OnFailure: { Destination: '<SyncFailuresQueue.Arn>' } },
    });
  });

  test('is kept for as long as SQS can, encrypted', () => {
    expect(only(stack, 'AWS::SQS::Queue', /^SyncFailures/)).toMatchObject({
      MessageRetentionPeriod: 1_209_600,
      SqsManagedSseEnabled: true,
    });
  });
});

test('the connections secret begins empty', () => {
  expect(only(stack, 'AWS::SecretsManager::Secret', /^Connections/)).toMatchObject({ SecretString: '{}' });
});

describe('without a VPC in the context', () => {
  test('no function is in one', () => {
    const functions = stack.resources('AWS::Lambda::Function').map(({ properties }) => properties);
    expect(functions.filter((properties) => 'VpcConfig' in properties)).toEqual([]);
    expect(stack.resources('AWS::EC2::SecurityGroup')).toEqual([]);
  });
});

describe('with a VPC in the context', () => {
  const inside = synthesizeFully({ ...WITHOUT_BUNDLES, ...VPC });

  test('sync alone is in it, with a security group of its own, and without any look-up', () => {
    const functions = inside
      .resources('AWS::Lambda::Function')
      .filter(({ properties }) => 'VpcConfig' in properties);
    expect(functions.map(({ logicalId }) => logicalId)).toEqual([expect.stringMatching(/^SyncFunction/)]);
    expect(functions[0]?.properties.VpcConfig).toEqual({
      SubnetIds: ['subnet-00000001', 'subnet-00000002'],
      SecurityGroupIds: ['<SyncNetworkSecurityGroup.GroupId>'],
    });
    expect(only(inside, 'AWS::EC2::SecurityGroup')).toMatchObject({ VpcId: 'vpc-0a1b2c3d' });
  });

  test('Lambda may make its network interfaces, and sync nothing else there', () => {
    const actions = inside
      .resources('AWS::IAM::Policy')
      .filter(({ raw }) => JSON.stringify(raw).includes('ec2:'))
      .map(({ properties }) => properties.Roles);
    expect(actions).toEqual([['<SyncRole>']]);
  });

  test('the security groups of the context are taken instead of an own one', () => {
    const given = synthesize({ ...VPC, securityGroupIds: 'sg-00000001,sg-00000002' });
    expect(only(given, 'AWS::Lambda::Function', /^SyncFunction/)).toMatchObject({
      VpcConfig: { SecurityGroupIds: ['sg-00000001', 'sg-00000002'] },
    });
    expect(given.resources('AWS::EC2::SecurityGroup')).toEqual([]);
  });
});
