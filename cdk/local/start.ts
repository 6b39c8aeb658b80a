import { resolve } from 'node:path';
import { startApplication } from './application.ts';
import { banner } from './banner.ts';
import { startLocalStack } from './local-stack.ts';
import { parseOptions, type StartOptions, USAGE } from './options.ts';

const ORPHAN_CHECK_MS = 500;

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(USAGE);
  else await start(options);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

async function start(options: StartOptions): Promise<void> {
  const dataDirectory = resolve(options.dataDirectory);
  log('Starting ...');
  const { apiPort, s3Port, fresh, people, seed } = options;
  const stack = await startLocalStack({
    dataDirectory,
    apiPort,
    s3Port,
    fresh,
    application: (data) => startApplication(data, { people, seed }),
    scheduleEverySeconds: options.syncEverySeconds,
    log,
    onFunctionOutput: (functionName, line) => options.verbose && log(`${functionName}: ${line}`),
    onFailure: fail,
  });
  stopOnSignal(stack.stop);
  const { api, s3, bucket, application } = stack;
  const ready = { api, s3, bucket, ...application.runFile, ready: true };
  if (options.json) process.stdout.write(`${JSON.stringify(ready)}\n`);
  else process.stdout.write(banner(stack, dataDirectory));
}

/** The first signal ends everything in order, a second one at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    log('Stopping ...');
    stop().then(
      () => process.exit(0),
      (error) => fail(String(error)),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  if (process.env.npm_lifecycle_event !== undefined) onceOrphaned(onSignal);
}

/** A signal that ends npm does not get past the shell in which npm runs a script. */
function onceOrphaned(listener: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    listener();
  }, ORPHAN_CHECK_MS);
}

/** Standard output belongs to the line of JSON. */
function log(line: string): void {
  console.error(line);
}

function fail(reason: string): void {
  log(reason);
  process.exit(1);
}
