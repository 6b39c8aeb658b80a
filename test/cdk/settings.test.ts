import { describe, expect, test } from 'vitest';
import { settingsFrom } from '../../cdk/settings.ts';

const settings = (context: Readonly<Record<string, unknown>>) => settingsFrom((name) => context[name]);

const ENTERPRISE = { enterprise: 'acme' };
const VPC = {
  ...ENTERPRISE,
  vpcId: 'vpc-0a1b2c3d',
  subnetIds: 'subnet-00000001, subnet-00000002',
  availabilityZones: 'eu-west-1a,eu-west-1b',
};

describe('the settings in the context', () => {
  test('have defaults for all but the enterprise', () => {
    expect(settings(ENTERPRISE)).toEqual({
      alarmEmail: undefined,
      github: { enterprise: 'acme', apiUrl: 'https://api.github.com', apiVersion: '2022-11-28' },
      sync: { day: 'MON', hour: 5, vpc: undefined },
      notices: { email: undefined, seatShares: [80, 90, 100] },
      customerManagedKey: false,
    });
  });

  test('are taken as given', () => {
    const context = {
      ...VPC,
      alarmEmail: 'on-call@example.com',
      githubApiUrl: 'https://api.octocorp.ghe.com',
      githubApiVersion: '2026-03-10',
      syncDay: 'SUN',
      syncHour: '23',
      noticeEmail: 'owners@example.com',
      seatShares: '75, 99.5',
      securityGroupIds: 'sg-0000000f',
      customerManagedKey: 'true',
    };
    expect(settings(context)).toEqual({
      alarmEmail: 'on-call@example.com',
      github: { enterprise: 'acme', apiUrl: 'https://api.octocorp.ghe.com', apiVersion: '2026-03-10' },
      sync: {
        day: 'SUN',
        hour: 23,
        vpc: {
          vpcId: 'vpc-0a1b2c3d',
          subnetIds: ['subnet-00000001', 'subnet-00000002'],
          availabilityZones: ['eu-west-1a', 'eu-west-1b'],
          securityGroupIds: ['sg-0000000f'],
        },
      },
      notices: { email: 'owners@example.com', seatShares: [75, 99.5] },
      customerManagedKey: true,
    });
  });

  test.each([
    { what: 'no enterprise', context: {}, message: 'enterprise: give -c enterprise=SLUG' },
    {
      what: 'the address of an enterprise',
      context: { enterprise: 'https://github.com/enterprises/acme' },
      message: 'enterprise: give -c enterprise=SLUG',
    },
    {
      what: 'an API over plain HTTP',
      context: { ...ENTERPRISE, githubApiUrl: 'http://api.github.com' },
      message: 'githubApiUrl: ',
    },
    {
      what: 'a version that GitHub does not have',
      context: { ...ENTERPRISE, githubApiVersion: '2021-01-01' },
      message: 'githubApiVersion: ',
    },
    {
      what: 'a day in another language',
      context: { ...ENTERPRISE, syncDay: 'Montag' },
      message: 'syncDay: give -c syncDay=DAY, one of MON, TUE',
    },
    ...['24', '-1', '', 'noon', '5.5'].map((syncHour) => ({
      what: `the hour "${syncHour}"`,
      context: { ...ENTERPRISE, syncHour },
      message: 'syncHour: give -c syncHour=HOUR, from 0 to 23, in UTC',
    })),
    {
      what: 'a name instead of an address',
      context: { ...ENTERPRISE, noticeEmail: 'owners' },
      message: 'noticeEmail: no email address; give -c noticeEmail=ADDRESS',
    },
    ...['', '80,', '0', '-5', '80;90', '1001'].map((seatShares) => ({
      what: `the shares "${seatShares}"`,
      context: { ...ENTERPRISE, seatShares },
      message: 'seatShares: expected percentages above 0',
    })),
    {
      what: 'a VPC without subnets',
      context: { ...ENTERPRISE, vpcId: 'vpc-0a1b2c3d' },
      message: 'vpcId: give -c vpcId=ID, -c subnetIds=ID,ID and -c availabilityZones=NAME,NAME together',
    },
    {
      what: 'a security group without a VPC',
      context: { ...ENTERPRISE, securityGroupIds: 'sg-0000000f' },
      message: 'vpcId: give -c vpcId=ID',
    },
    {
      what: 'more subnets than zones',
      context: { ...VPC, availabilityZones: 'eu-west-1a' },
      message: 'subnetIds: give one subnet for each of availabilityZones',
    },
    {
      what: 'an ARN for the key, which the stack makes',
      context: { ...ENTERPRISE, customerManagedKey: 'arn:aws:kms:eu-west-1:111122223333:key/1' },
      message: 'customerManagedKey: give -c customerManagedKey=true, or leave it out',
    },
    {
      what: 'subnets by name',
      context: { ...VPC, subnetIds: 'private-a,private-b' },
      message: 'subnetIds: no list of ids of subnets',
    },
  ])('refuse $what', ({ context, message }) => {
    expect(() => settings(context)).toThrow(message);
  });

  test('tell all that is wrong at once', () => {
    expect(() => settings({ syncDay: 'x', syncHour: 'x' })).toThrow(
      /enterprise[\s\S]*syncDay[\s\S]*syncHour/,
    );
  });
});
