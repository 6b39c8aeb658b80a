import type { Assembly } from './assembly.ts';
import { Closers, settleAll } from './closers.ts';
import { type DataDirectory, openDataDirectory } from './data-directory.ts';
import { createResources, type Engines, startEngines } from './engines/engines.ts';
import { Notifier } from './events/notifier.ts';
import { startPollers } from './events/pollers.ts';
import { FunctionLogs } from './function-logs.ts';
import { Functions } from './functions/functions.ts';
import { AccessControl } from './gateway/access.ts';
import { serveGateways } from './gateway/gateways.ts';
import { httpApi } from './http-api/http-api.ts';
import { removeRunFile, writeRunFile } from './run-file.ts';
import { endpointsOf, openServers, type Servers } from './servers.ts';
import { synthesize } from './synthesize.ts';
import type { Endpoints } from './template/identity.ts';
import { readStack, type StackDefinition } from './template/stack.ts';

export interface LocalStackOptions {
  /** Where everything is kept; made when it is not there. */
  readonly dataDirectory: string;
  /** 0 takes any that is free. */
  readonly apiPort: number;
  readonly s3Port: number;
  /** Forgets what the directory holds. */
  readonly fresh: boolean;
  /** Hears of what went wrong while it runs: denied requests, failed invocations. */
  readonly log: (line: string) => void;
  /** Hears every line that a function writes. */
  readonly onFunctionOutput: (functionName: string, line: string) => void;
  /** Hears why it can no longer run. */
  readonly onFailure: (reason: string) => void;
  /** Puts the template into the directory; the application of cdk.json does when this is left out. */
  readonly synthesize?: (directory: string) => Promise<Assembly>;
}

/** The stack, running on this machine. */
export interface LocalStack extends Endpoints {
  /** The bucket that files are dropped into: the one that sends notifications. Null when there is none. */
  readonly bucket: string | null;
  readonly tables: readonly string[];
  /** Queue URLs, by name. */
  readonly queues: Readonly<Record<string, string>>;
  /** Process ids of the functions, by function name. */
  workers(): Readonly<Record<string, readonly number[]>>;
  /** Ends every process of every function as `kill -9` would. */
  killWorkers(): void;
  /** Ends everything; the data stays. */
  stop(): Promise<void>;
}

/** Synthesizes the stack and runs that template. Throws when a part cannot start; nothing is left running then. */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const closers = new Closers();
  try {
    const prepared = await prepare(options, closers);
    return await run(prepared, options, closers);
  } catch (error) {
    await closers.close();
    throw error;
  }
}

/** Hears of something that went wrong, and where. */
type Report = (place: string, problem: unknown) => void;

interface Prepared {
  readonly data: DataDirectory;
  readonly servers: Servers;
  readonly engines: Engines;
  readonly assembly: Assembly;
  readonly stack: StackDefinition;
}

/** Takes the ports, starts the engines and reads the template, whose tables, buckets and queues are there then. */
async function prepare(options: LocalStackOptions, closers: Closers): Promise<Prepared> {
  const data = await openDataDirectory(options.dataDirectory, options.fresh);
  closers.add(() => data.unlock());
  const servers = await openServers(options, closers);
  const [engines, assembly] = await settleAll([
    startEngines(data, closers, options.onFailure),
    (options.synthesize ?? synthesize)(data.cloudAssembly),
  ]);
  const stack = readStack(assembly.template, endpointsOf(servers));
  await createResources(engines, stack);
  return { data, servers, engines, assembly, stack };
}

async function run(prepared: Prepared, options: LocalStackOptions, closers: Closers): Promise<LocalStack> {
  const { data, servers, engines, stack } = prepared;
  let stopping = false;
  const report: Report = (place, problem) => {
    if (!stopping) options.log(`${place}: ${problem instanceof Error ? problem.message : String(problem)}`);
  };
  const access = new AccessControl(stack);
  serveGateways(servers, engines, access, report);
  const description = { ...endpointsOf(servers), ...resourcesOf(stack) };
  const describe = () => {
    writeRunFile(data.runFile, { pid: process.pid, ...description, workers: functions.workers });
  };
  const functions = startFunctions(prepared, options, describe, closers);
  const notifier = new Notifier({ stack, engines, onError: (error) => report('notification', error) });
  await notifier.assertAllowed(access);
  serveEvents(prepared, functions, notifier, report, closers);
  describe();
  return {
    ...description,
    workers: () => functions.workers,
    killWorkers: () => functions.kill(),
    stop: () => {
      stopping = true;
      return closers.close();
    },
  };
}

function resourcesOf(stack: StackDefinition): Pick<LocalStack, 'bucket' | 'tables' | 'queues'> {
  return {
    bucket: stack.notifications[0]?.bucket ?? null,
    tables: stack.tables.map(({ name }) => name),
    queues: Object.fromEntries(stack.queues.map(({ name, url }) => [name, url])),
  };
}

function startFunctions(
  { data, servers, assembly, stack }: Prepared,
  { onFunctionOutput }: LocalStackOptions,
  onWorkersChanged: () => void,
  closers: Closers,
): Functions {
  const logs = new FunctionLogs(data.logs, onFunctionOutput);
  closers.add(() => logs.close());
  closers.add(() => removeRunFile(data.runFile));
  return new Functions({
    definitions: stack.functions,
    roles: stack.roles,
    endpoints: endpointsOf(servers),
    codeDirectory: assembly.codeDirectory,
    openLog: (functionName) => logs.open(functionName),
    onWorkersChanged,
  });
}

/** Lets requests and messages in, and tells the queue of what it has forgotten. */
function serveEvents(
  { servers, engines, stack }: Prepared,
  functions: Functions,
  notifier: Notifier,
  report: Report,
  closers: Closers,
): void {
  if (stack.httpApi !== null) {
    const handler = httpApi({ definition: stack.httpApi, functions, onError: report });
    servers.api.serve(handler, (error) => report('API', error));
  }
  engines.s3.onObjectEvent((event) => notifier.tell(event));
  notifier.tellAgain().catch((error: unknown) => report('notification', error));
  const queueUrls = { gatewayUrl: servers.sqs.url, engineUrl: engines.sqs.url };
  const pollers = startPollers({ stack, functions, ...queueUrls, onError: report });
  closers.add(async () => {
    const stopped = pollers.map((poller) => poller.stop());
    await functions.stop();
    await Promise.all(stopped);
  });
}
