import { readFile } from 'node:fs/promises';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
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

let stack: TinyStack;

beforeAll(async () => {
  stack = await startTinyStack(await makeDirectory());
});

afterAll(async () => {
  await stack.stop();
  await removeDirectory(stack.directory);
});

/** The key of a role makes its caller; every other key is the account's owner. */
const as = (accessKeyId: string) => ({
  region: 'us-east-1',
  credentials: { accessKeyId, secretAccessKey: 'any' },
  maxAttempts: 1,
});

interface Received {
  readonly event: Readonly<Record<string, unknown>>;
  readonly awsRequestId: string;
}

async function received(directory: string): Promise<Received[]> {
  const lines = await readFile(receivedFile(directory, 'chore'), 'utf8').catch(() => '');
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const receivedWith = async (name: string) =>
  (await received(stack.directory)).filter(({ event }) => event.name === name);

describe('Lambda', () => {
  const lambda = (caller: string) => new LambdaClient({ endpoint: stack.lambda, ...as(caller) });
  const invoke = (
    FunctionName: string,
    event: object,
    InvocationType: 'Event' | 'RequestResponse' = 'Event',
  ) => new InvokeCommand({ FunctionName, InvocationType, Payload: JSON.stringify(event) });

  it('takes an event in at once and invokes the function afterwards', async () => {
    const { StatusCode } = await lambda('ChoreRole').send(invoke('Chore', { name: 'good' }));
    expect(StatusCode).toBe(202);
    await expect.poll(() => receivedWith('good'), WAIT).toHaveLength(1);
  });

  it('repeats a failed invocation as the template says, under its id, then tells the queue of failures', async () => {
    await lambda('owner').send(invoke('Chore', { name: 'bad', fail: 'too far' }));
    const sqs = new SQSClient({ endpoint: stack.sqs, ...as('owner') });
    const receive = new ReceiveMessageCommand({ QueueUrl: stack.queues.Failures, WaitTimeSeconds: 15 });
    const { Messages = [] } = await sqs.send(receive);
    const attempts = await receivedWith('bad');
    expect(attempts).toEqual([attempts[0], attempts[0]]);
    expect(Messages.map(({ Body = '' }) => JSON.parse(Body))).toEqual([
      {
        version: '1.0',
        timestamp: expect.stringMatching(/Z$/),
        requestContext: {
          requestId: attempts[0]?.awsRequestId,
          functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:Chore:$LATEST',
          condition: 'RetriesExhausted',
          approximateInvokeCount: 2,
        },
        requestPayload: { name: 'bad', fail: 'too far' },
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        responsePayload: { errorMessage: 'too far', errorType: 'RangeError' },
      },
    ]);
  });

  it.each([
    {
      what: 'a role that may not invoke it',
      send: () => lambda('AnswererRole').send(invoke('Chore', {})),
      name: 'AccessDeniedException',
      status: 403,
    },
    {
      what: 'a function that is not there',
      send: () => lambda('owner').send(invoke('Gone', {})),
      name: 'ResourceNotFoundException',
      status: 404,
    },
    {
      what: 'a caller who wants to wait',
      send: () => lambda('owner').send(invoke('Chore', {}, 'RequestResponse')),
      name: 'InvalidParameterValueException',
      status: 400,
    },
  ])('refuses $what', async ({ send, name, status }) => {
    await expect(send()).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
  });
});

describe('Secrets Manager', () => {
  const secretOf = (running: TinyStack, caller: string, SecretId: string) =>
    new SecretsManagerClient({ endpoint: running.secretsManager, ...as(caller) }).send(
      new GetSecretValueCommand({ SecretId }),
    );
  const ARN = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:Secret-000000';

  it.each(['Secret', ARN])(
    'gives the initial value of the template to the role that may read %s',
    async (id) => {
      expect(await secretOf(stack, 'ChoreRole', id)).toMatchObject({
        ARN,
        Name: 'Secret',
        SecretString: '{}',
      });
    },
  );

  it('refuses a role that may not, and what is no secret', async () => {
    await expect(secretOf(stack, 'AnswererRole', ARN)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('not authorized to perform: secretsmanager:GetSecretValue'),
    });
    await expect(secretOf(stack, 'owner', 'Gone')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('gives the value that the application has for it', async () => {
    const directory = await makeDirectory();
    const running = await startTinyStack(directory, { secrets: { Secret: 'given' } });
    expect(await secretOf(running, 'ChoreRole', 'Secret')).toMatchObject({ SecretString: 'given' });
    await running.stop();
    await expect(startTinyStack(directory, { secrets: { Other: 'x' } })).rejects.toThrow(
      'The template has no secret Other',
    );
    await removeDirectory(directory);
  });
});

describe('a rule with a schedule', () => {
  it('invokes its targets again and again, here every second', async () => {
    const directory = await makeDirectory();
    const running = await startTinyStack(directory, { scheduleEverySeconds: 1 });
    await expect.poll(async () => (await received(directory)).length, WAIT).toBeGreaterThanOrEqual(4);
    await running.stop();
    const events = (await received(directory)).map(({ event }) => event);
    const scheduled = events.filter((event) => !event.constant);
    expect(events).toContainEqual({ constant: true });
    expect(scheduled[0]).toEqual({
      version: '0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: '000000000000',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: 'us-east-1',
      resources: ['arn:aws:events:us-east-1:000000000000:rule/Weekly'],
      detail: {},
    });
    expect(new Set(scheduled.map(({ id }) => id)).size).toBe(scheduled.length);
    await removeDirectory(directory);
  });
});

describe('a stack does not start', () => {
  it.each([
    {
      what: 'when a role may not tell the queue of failures',
      without: 'ChorePolicy',
      message: /The role of Chore may not tell .*:Failures of failures/,
    },
    {
      what: 'when the queue takes no dead letters of a rule',
      without: 'FailuresPolicy',
      message: /The policy of .*:Failures does not let the rule Weekly send its dead letters/,
    },
  ])('$what', async ({ without, message }) => {
    const directory = await makeDirectory();
    const { [without]: removed, ...resources } = tinyResources();
    expect(removed).toBeDefined();
    await expect(startTinyStack(directory, { resources })).rejects.toThrow(message);
    await removeDirectory(directory);
  });
});
