import type { Application } from './application.ts';
import { Closers, settleAll } from './closers.ts';
import { type DataDirectory, openDataDirectory } from './data-directory.ts';
import { createResources, type Engines, startEngines } from './engines/engines.ts';
import { assertDeliveriesAllowed } from './events/deliveries.ts';
import { FunctionLogs } from './function-logs.ts';
import { Functions } from './functions/functions.ts';
import { AccessControl } from './gateway/access.ts';
import { removeRunFile, writeRunFile } from './run-file.ts';
import { type Report, serve } from './serve.ts';
import { endpointsOf, openServers, type Servers } from './servers.ts';
import type { Endpoints } from './template/identity.ts';
import { readStack, type StackDefinition } from './template/stack.ts';

export interface LocalStackOptions<App extends Application> {
  /** Where everything is kept; made when it is not there. */
  readonly dataDirectory: string;
  /** 0 takes any that is free. */
  readonly apiPort: number;
  readonly s3Port: number;
  /** Forgets what the directory holds. */
  readonly fresh: boolean;
  /** Hears of what went wrong while it runs: denied requests, failed invocations. */
  readonly log: (line: string) => void;
  /** Hears every line that a function writes, every event on the bus (`events`) and every mail (`mail`). */
  readonly onFunctionOutput: (functionName: string, line: string) => void;
  /** Hears why it can no longer run. */
  readonly onFailure: (reason: string) => void;
  /** What is to run: see `startApplication`. */
  readonly application: (data: DataDirectory) => Promise<App>;
  /** Lets every schedule run again and again after so many seconds; null leaves each as the template says. */
  readonly scheduleEverySeconds: number | null;
}

/** The stack, running on this machine. */
export interface LocalStack<App extends Application = Application> extends Endpoints {
  readonly application: App;
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
export async function startLocalStack<App extends Application>(
  options: LocalStackOptions<App>,
): Promise<LocalStack<App>> {
  const closers = new Closers();
  try {
    const prepared = await prepare(options, closers);
    return await run(prepared, options, closers);
  } catch (error) {
    await closers.close();
    throw error;
  }
}

interface Prepared<App extends Application> {
  readonly data: DataDirectory;
  readonly servers: Servers;
  readonly engines: Engines;
  readonly application: App;
  readonly stack: StackDefinition;
}

/** Takes the ports, starts the engines and reads the template, whose tables, buckets and queues are there then. */
async function prepare<App extends Application>(
  options: LocalStackOptions<App>,
  closers: Closers,
): Promise<Prepared<App>> {
  const data = await openDataDirectory(options.dataDirectory, options.fresh);
  closers.add(() => data.unlock());
  const servers = await openServers(options, closers);
  const [engines, application] = await settleAll([
    startEngines(data, closers, options.onFailure),
    options.application(data).then((started) => {
      closers.add(() => started.stop());
      return started;
    }),
  ]);
  const stack = readStack(application.assembly.template, endpointsOf(servers));
  await createResources(engines, stack);
  return { data, servers, engines, application, stack };
}

async function run<App extends Application>(
  prepared: Prepared<App>,
  options: LocalStackOptions<App>,
  closers: Closers,
): Promise<LocalStack<App>> {
  const { data, servers, application, stack } = prepared;
  let stopping = false;
  const report: Report = (place, problem) => {
    if (!stopping) options.log(`${place}: ${problem instanceof Error ? problem.message : String(problem)}`);
  };
  const access = new AccessControl(stack);
  await assertDeliveriesAllowed(stack, access);
  const description = { ...endpointsOf(servers), ...resourcesOf(stack) };
  const describe = () => {
    const { workers } = functions;
    writeRunFile(data.runFile, { pid: process.pid, ...description, ...application.runFile, workers });
  };
  const logs = new FunctionLogs(data.logs, options.onFunctionOutput);
  closers.add(() => logs.close());
  closers.add(() => removeRunFile(data.runFile));
  const openLog = (name: string) => logs.open(name);
  const functions = startFunctions(prepared, openLog, describe);
  const { scheduleEverySeconds } = options;
  serve({ ...prepared, functions, access, report, openLog, scheduleEverySeconds }, closers);
  describe();
  return {
    ...description,
    application,
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
  { servers, application, stack }: Prepared<Application>,
  openLog: (functionName: string) => (text: string) => void,
  onWorkersChanged: () => void,
): Functions {
  return new Functions({
    definitions: stack.functions,
    roles: stack.roles,
    endpoints: endpointsOf(servers),
    codeDirectory: application.assembly.codeDirectory,
    openLog,
    onWorkersChanged,
  });
}
