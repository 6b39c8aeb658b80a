import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  GetQueueAttributesCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  makeDirectory,
  receivedFile,
  removeDirectory,
  startTinyStack,
  type TinyStack,
  tinyResources,
} from './tiny-stack.ts';

const WAIT = { timeout: 15_000, interval: 50 };

interface Received {
  readonly body: string;
  readonly receiveCount: number;
}

async function received(directory: string): Promise<Received[]> {
  const lines = await readFile(receivedFile(directory), 'utf8').catch(() => '');
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function sqsOf(stack: TinyStack): SQSClient {
  return new SQSClient({
    endpoint: stack.sqs,
    region: 'us-east-1',
    credentials: { accessKeyId: 'owner', secretAccessKey: 'any' },
  });
}

async function waiting(stack: TinyStack, queue: string): Promise<number> {
  const command = new GetQueueAttributesCommand({
    QueueUrl: stack.queues[queue],
    AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
  });
  const { Attributes = {} } = await sqsOf(stack).send(command);
  return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
}

describe('the queue', () => {
  let stack: TinyStack;

  beforeEach(async () => {
    stack = await startTinyStack(await makeDirectory());
  });

  afterEach(async () => {
    await stack.stop();
    await removeDirectory(stack.directory);
  });

  async function send(...bodies: string[]): Promise<void> {
    for (const MessageBody of bodies) {
      await sqsOf(stack).send(new SendMessageCommand({ QueueUrl: stack.queues.Queue, MessageBody }));
    }
  }

  const countsOf = async (body: string) =>
    (await received(stack.directory)).filter((message) => message.body === body).map((it) => it.receiveCount);

  it('gives back only the messages that the function reports as failed', async () => {
    await send('good', 'fail-once');
    await expect.poll(() => countsOf('fail-once'), WAIT).toEqual([1, 2]);
    await expect.poll(() => waiting(stack, 'Queue'), WAIT).toBe(0);
    expect(await countsOf('good')).toEqual([1]);
  });

  it('gives back the messages of a worker that was killed', async () => {
    await send('crash-once');
    await expect.poll(() => countsOf('crash-once'), WAIT).toEqual([1, 2]);
    await expect.poll(() => waiting(stack, 'Queue'), WAIT).toBe(0);
    expect(stack.log).toContain('Consumer: Runtime exited: SIGKILL');
  });

  it('moves a message to the dead-letter queue after its last receive', async () => {
    await send('fail-always');
    await expect.poll(() => waiting(stack, 'DeadLetters'), WAIT).toBe(1);
    expect(await countsOf('fail-always')).toEqual([1, 2]);
  });

  it('takes back what was in its dead-letter queue, and delivers it anew', async () => {
    const sqs = sqsOf(stack);
    const bodies = Array.from({ length: 12 }, (_, index) => `given-up-${index}`);
    for (const MessageBody of bodies) {
      await sqs.send(new SendMessageCommand({ QueueUrl: stack.queues.DeadLetters, MessageBody }));
    }
    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: await arnOf('DeadLetters') }));
    await expect.poll(async () => (await Promise.all(bodies.map(countsOf))).flat(), WAIT).toHaveLength(12);
    await expect.poll(() => waiting(stack, 'Queue'), WAIT).toBe(0);
    expect(await waiting(stack, 'DeadLetters')).toBe(0);
  });

  it('is no dead-letter queue that could be emptied into another one', async () => {
    const move = new StartMessageMoveTaskCommand({ SourceArn: await arnOf('Queue') });
    await expect(sqsOf(stack).send(move)).rejects.toThrow('must be configured as a Dead Letter Queue');
  });

  async function arnOf(queue: string): Promise<string | undefined> {
    const { Attributes } = await sqsOf(stack).send(
      new GetQueueAttributesCommand({ QueueUrl: stack.queues[queue], AttributeNames: ['QueueArn'] }),
    );
    return Attributes?.QueueArn;
  }
});

describe('a running stack', () => {
  let stack: TinyStack;

  beforeAll(async () => {
    stack = await startTinyStack(await makeDirectory());
  });

  afterAll(async () => {
    await stack.stop();
    await removeDirectory(stack.directory);
  });

  const post = (path: string) => fetch(`${stack.api}${path}`, { method: 'POST', body: '{"a":1}' });

  it('hands requests to the function of their route', async () => {
    const answer = await (await post('/things/a%20b?color=red&color=blue')).json();
    expect(answer).toMatchObject({
      event: {
        routeKey: 'POST /things/{id}',
        pathParameters: { id: 'a b' },
        queryStringParameters: { color: 'red,blue' },
        body: '{"a":1}',
      },
      timeWasLeft: true,
    });
  });

  it('gives a function the variables of the template, those of Lambda and the endpoints, and no others', async () => {
    const answer = await (await post('/things/1')).json();
    expect(answer).toHaveProperty('environment', {
      TABLE_NAME: 'Table',
      QUEUE_URL: stack.queues.Queue,
      _HANDLER: 'index.handler',
      AWS_ACCESS_KEY_ID: 'AnswererRole',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_ENDPOINT_URL_DYNAMODB: stack.dynamodb,
      AWS_ENDPOINT_URL_LAMBDA: stack.lambda,
      AWS_ENDPOINT_URL_S3: stack.s3,
      AWS_ENDPOINT_URL_EVENTBRIDGE: stack.eventBridge,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: stack.secretsManager,
      AWS_ENDPOINT_URL_SNS: stack.sns,
      AWS_ENDPOINT_URL_SQS: stack.sqs,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_LAMBDA_FUNCTION_NAME: 'Answerer',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/Answerer',
      AWS_LAMBDA_LOG_STREAM_NAME: 'local',
      AWS_REGION: 'us-east-1',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_SESSION_TOKEN: 'local',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      LAMBDA_TASK_ROOT: join(stack.directory, 'answerer'),
      LANG: 'en_US.UTF-8',
      TZ: 'UTC',
    });
  });

  it('answers as API Gateway does where there is no route', async () => {
    const response = await post('/nothing');
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: 'Not Found' });
  });

  it.each([
    { id: 'throw', reason: 'Answerer: Error: no' },
    { id: 'hang', reason: 'Answerer: Task timed out after 1 seconds' },
  ])('answers 500 when the function does not return: $id', async ({ id, reason }) => {
    const response = await post(`/things/${id}`);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: 'Internal Server Error' });
    expect(stack.log).toContain(reason);
  });

  it('replaces workers that were killed', async () => {
    await post('/things/1');
    const before = stack.workers().Answerer;
    stack.killWorkers();
    await expect.poll(() => stack.workers().Answerer, WAIT).toEqual([]);
    expect((await post('/things/1')).status).toBe(200);
    expect(stack.workers().Answerer).not.toEqual(before);
  });

  it('tells in run.json what runs where', async () => {
    await post('/things/1');
    const runFile = JSON.parse(await readFile(join(stack.directory, 'data', 'run.json'), 'utf8'));
    expect(runFile).toEqual({
      pid: process.pid,
      api: stack.api,
      s3: stack.s3,
      dynamodb: stack.dynamodb,
      sqs: stack.sqs,
      lambda: stack.lambda,
      secretsManager: stack.secretsManager,
      eventBridge: stack.eventBridge,
      sns: stack.sns,
      bucket: 'files',
      tables: ['Table'],
      queues: stack.queues,
      planted: 'by the application',
      workers: stack.workers(),
    });
  });

  it('keeps a second one out of its data', async () => {
    await expect(startTinyStack(stack.directory)).rejects.toThrow(/is in use by another npm start.*--data/);
  });

  it('names the port that is in use and the option for another', async () => {
    const apiPort = Number(new URL(stack.api).port);
    const directory = await makeDirectory();
    await expect(startTinyStack(directory, { apiPort })).rejects.toThrow(
      `Port ${apiPort} is in use: give another one with --port (0 takes any that is free)`,
    );
    await removeDirectory(directory);
  });
});

describe('a stack that is started again', () => {
  const put = (stack: TinyStack, key: string) =>
    fetch(`${stack.s3}/${stack.bucket}/${key}`, { method: 'PUT', body: 'content' });
  const get = (stack: TinyStack, key: string) => fetch(`${stack.s3}/${stack.bucket}/${key}`);

  it('has its data, and tells of every upload as it did the first time', async () => {
    const directory = await makeDirectory();
    const first = await startTinyStack(directory);
    await put(first, 'uploads/a+b%20c.json');
    await put(first, 'elsewhere/x.json');
    await expect.poll(() => received(directory), WAIT).toHaveLength(1);
    await first.stop();

    const second = await startTinyStack(directory);
    await expect.poll(() => received(directory), WAIT).toHaveLength(2);
    expect(await (await get(second, 'uploads/a+b%20c.json')).text()).toBe('content');
    await second.stop();
    const [original, again] = await received(directory);
    expect(JSON.parse(again?.body ?? '')).toEqual(JSON.parse(original?.body ?? ''));
    expect(JSON.parse(again?.body ?? '').Records[0].s3.object.key).toBe('uploads/a%2Bb+c.json');
    await removeDirectory(directory);
  });

  it('forgets its data when it is to start afresh', async () => {
    const directory = await makeDirectory();
    const first = await startTinyStack(directory);
    await put(first, 'x');
    await first.stop();
    const second = await startTinyStack(directory, { fresh: true });
    expect((await get(second, 'x')).status).toBe(404);
    await second.stop();
    await removeDirectory(directory);
  });

  it('refuses a stored table with other keys than the template', async () => {
    const directory = await makeDirectory();
    await (await startTinyStack(directory)).stop();
    const resources = tinyResources();
    const properties = resources.Table?.Properties ?? {};
    properties.KeySchema = [{ AttributeName: 'id', KeyType: 'HASH' }];
    properties.AttributeDefinitions = [{ AttributeName: 'id', AttributeType: 'S' }];
    await expect(startTinyStack(directory, { resources })).rejects.toThrow(/Table has other keys.*--fresh/);
    await removeDirectory(directory);
  });
});

describe('grants between services', () => {
  it('does not start when the queue does not let the bucket send its notifications', async () => {
    const directory = await makeDirectory();
    const { QueuePolicy, ...resources } = tinyResources();
    expect(QueuePolicy).toBeDefined();
    await expect(startTinyStack(directory, { resources })).rejects.toThrow(
      /does not let the bucket files send/,
    );
    await removeDirectory(directory);
  });

  it('feeds no function whose role may not receive', async () => {
    const directory = await makeDirectory();
    const { ConsumerPolicy, ...resources } = tinyResources();
    expect(ConsumerPolicy).toBeDefined();
    const stack = await startTinyStack(directory, { resources });
    await expect
      .poll(() => stack.log.join('\n'), WAIT)
      .toMatch(/ConsumerRole is not authorized to perform: sqs:ReceiveMessage/);
    await stack.stop();
    await removeDirectory(directory);
  });
});
