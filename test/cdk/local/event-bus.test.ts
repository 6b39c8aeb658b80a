import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  makeDirectory,
  receivedFile,
  removeDirectory,
  startTinyStack,
  type TinyStack,
  tinyResources,
} from './tiny-stack.ts';

const WAIT = { timeout: 15_000, interval: 50 };
const TOPIC = 'arn:aws:sns:us-east-1:000000000000:Owners';

let stack: TinyStack;

beforeAll(async () => {
  stack = await startTinyStack(await makeDirectory(), { resources: resources() });
});

afterAll(async () => {
  await stack.stop();
  await removeDirectory(stack.directory);
});

/** The tiny stack, with a rule that hands events to its chore, whose role may send events and publish. */
function resources() {
  const Chore = { 'Fn::GetAtt': ['Chore', 'Arn'] };
  const allow = (Action: string, Resource: string) => ({ Effect: 'Allow', Action, Resource });
  const Statement = [
    allow('events:PutEvents', 'arn:aws:events:us-east-1:000000000000:event-bus/default'),
    allow('sns:Publish', TOPIC),
  ];
  return {
    ...tinyResources(),
    Listening: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventPattern: { source: ['test'], detail: { wanted: [true] } },
        State: 'ENABLED',
        Targets: [{ Id: 'Chore', Arn: Chore }],
      },
    },
    TellingPolicy: {
      Type: 'AWS::IAM::Policy',
      Properties: { PolicyName: 'Telling', PolicyDocument: { Statement }, Roles: [{ Ref: 'ChoreRole' }] },
    },
  };
}

const as = (accessKeyId: string) => ({
  region: 'us-east-1',
  credentials: { accessKeyId, secretAccessKey: 'any' },
  maxAttempts: 1,
});

function putEvents(caller: string, ...Entries: PutEventsRequestEntry[]) {
  const client = new EventBridgeClient({ endpoint: stack.eventBridge, ...as(caller) });
  return client.send(new PutEventsCommand({ Entries }));
}

const entry = (detail: object, Source = 'test') => ({
  Source,
  DetailType: 'a type',
  Detail: JSON.stringify(detail),
});

async function linesOf(file: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const logged = (name: string) => linesOf(join(stack.directory, 'data', 'logs', `${name}.log`));

describe('EventBridge', () => {
  it('hands the events that match to the function of the rule, and keeps a line of every one', async () => {
    const wanted = { wanted: true, number: 1 };
    const { FailedEntryCount, Entries = [] } = await putEvents(
      'ChoreRole',
      entry({ wanted: false }),
      entry(wanted),
      entry(wanted, 'another'),
    );
    expect(FailedEntryCount).toBe(0);
    const handedOn = async () =>
      (await linesOf(receivedFile(stack.directory, 'chore'))).map(({ event }) => event);
    await expect.poll(handedOn, WAIT).toEqual([
      {
        version: '0',
        id: Entries[1]?.EventId,
        'detail-type': 'a type',
        source: 'test',
        account: '000000000000',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        region: 'us-east-1',
        resources: [],
        detail: wanted,
      },
    ]);
    await expect
      .poll(async () => (await logged('events')).map(({ id }) => id), WAIT)
      .toEqual(Entries.map(({ EventId }) => EventId));
  });

  it('tells of an entry that it cannot take, and takes the others', async () => {
    const answer = await putEvents('owner', { ...entry({}), Detail: '[1]' }, entry({ wanted: false }));
    expect(answer).toMatchObject({
      FailedEntryCount: 1,
      Entries: [{ ErrorCode: 'MalformedDetail' }, { EventId: expect.any(String) }],
    });
  });

  it.each([
    {
      what: 'a role that may not',
      send: () => putEvents('AnswererRole', entry({})),
      name: 'AccessDeniedException',
    },
    {
      what: 'another bus',
      send: () => putEvents('ChoreRole', { ...entry({}), EventBusName: 'another' }),
      name: 'AccessDeniedException',
    },
    { what: 'a request without entries', send: () => putEvents('owner'), name: 'ValidationException' },
  ])('refuses $what', async ({ send, name }) => {
    await expect(send()).rejects.toMatchObject({ name });
  });
});

describe('SNS', () => {
  const publish = (caller: string, Subject: string) =>
    new SNSClient({ endpoint: stack.sns, ...as(caller) }).send(
      new PublishCommand({ TopicArn: TOPIC, Subject, Message: 'one\ntwo' }),
    );

  it('keeps a line of every message that is published', async () => {
    await publish('ChoreRole', 'a subject');
    await expect
      .poll(() => logged('mail'), WAIT)
      .toEqual([{ topic: TOPIC, subject: 'a subject', message: 'one\ntwo' }]);
  });

  it.each([
    {
      what: 'a role that may not',
      caller: 'AnswererRole',
      subject: 'x',
      name: 'AuthorizationErrorException',
    },
    { what: 'a long subject', caller: 'owner', subject: 'x'.repeat(101), name: 'InvalidParameterException' },
  ])('refuses $what', async ({ caller, subject, name }) => {
    await expect(publish(caller, subject)).rejects.toMatchObject({ name });
  });
});

it('a pattern that matches by more than values does not start', async () => {
  const directory = await makeDirectory();
  const { Listening, ...others } = resources();
  const EventPattern = { detail: { count: [{ numeric: ['>', 1] }] } };
  const changed = { ...Listening, Properties: { ...Listening.Properties, EventPattern } };
  const started = startTinyStack(directory, { resources: { ...others, Listening: changed } });
  await expect(started).rejects.toThrow(/Listening \(AWS::Events::Rule\) cannot be run locally as it stands/);
  await removeDirectory(directory);
});
