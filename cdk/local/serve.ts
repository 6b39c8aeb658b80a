import type { Application } from './application.ts';
import type { Closers } from './closers.ts';
import type { Engines } from './engines/engines.ts';
import { AsyncInvocations } from './events/async-invocations.ts';
import { LocalEventBus } from './events/event-bus.ts';
import { Notifier } from './events/notifier.ts';
import { startPollers } from './events/pollers.ts';
import { startSchedules } from './events/schedules.ts';
import type { Functions } from './functions/functions.ts';
import type { AccessControl } from './gateway/access.ts';
import { serveGateways } from './gateway/gateways.ts';
import { httpApi } from './http-api/http-api.ts';
import type { Servers } from './servers.ts';
import { withValues } from './template/secrets.ts';
import type { StackDefinition } from './template/stack.ts';

/** Hears of something that went wrong, and where. */
export type Report = (place: string, problem: unknown) => void;

export interface ServeOptions {
  readonly servers: Servers;
  readonly engines: Engines;
  readonly application: Application;
  readonly stack: StackDefinition;
  readonly functions: Functions;
  readonly access: AccessControl;
  readonly report: Report;
  /** Where to write what happens in a service: opens its log. */
  readonly openLog: (name: string) => (text: string) => void;
  /** See `LocalStackOptions`. */
  readonly scheduleEverySeconds: number | null;
}

/** Lets requests and events in. */
export function serve(options: ServeOptions, closers: Closers): void {
  const { servers, engines, application, stack, functions, access, report, openLog } = options;
  const invocations = new AsyncInvocations({ stack, functions, sqsUrl: servers.sqs.url, onError: report });
  const secrets = withValues(stack.secrets, application.secrets);
  const bus = new LocalEventBus({
    rules: stack.eventRules,
    invoke: (functionArn, event) => invocations.accept(functionArn, event),
    log: openLog('events'),
  });
  const { buckets, queues, functions: definitions } = stack;
  const gateways = {
    servers,
    engines,
    buckets,
    queues,
    functions: definitions,
    invocations,
    secrets,
    bus,
    access,
    report,
  };
  serveGateways({ ...gateways, logMail: openLog('mail') });
  if (stack.httpApi !== null) {
    const handler = httpApi({ definition: stack.httpApi, functions, onError: report });
    servers.api.serve(handler, (error) => report('API', error));
  }
  tellOfObjects(options);
  const queueUrls = { gatewayUrl: servers.sqs.url, engineUrl: engines.sqs.url };
  const pollers = startPollers({ stack, functions, ...queueUrls, onError: report });
  const schedules = startSchedules({
    definitions: stack.schedules,
    everySeconds: options.scheduleEverySeconds,
    invoke: (functionArn, event) => invocations.accept(functionArn, event),
  });
  closers.add(async () => {
    schedules.stop();
    invocations.stop();
    const stopped = pollers.map((poller) => poller.stop());
    await functions.stop();
    await Promise.all(stopped);
  });
}

/** Of what happens in the buckets from now on, and of what the queue has forgotten. */
function tellOfObjects({ engines, stack, report }: ServeOptions): void {
  const notifier = new Notifier({ stack, engines, onError: (error) => report('notification', error) });
  engines.s3.onObjectEvent((event) => notifier.tell(event));
  notifier.tellAgain().catch((error: unknown) => report('notification', error));
}
