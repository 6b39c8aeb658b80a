import { type Closers, settleAll } from './closers.ts';
import { type LocalServer, listen } from './local-server.ts';
import type { Endpoints } from './template/identity.ts';

/** What listens on this machine. */
export interface Servers {
  readonly api: LocalServer;
  readonly s3: LocalServer;
  readonly dynamodb: LocalServer;
  readonly sqs: LocalServer;
  readonly lambda: LocalServer;
  readonly secretsManager: LocalServer;
  readonly eventBridge: LocalServer;
  readonly sns: LocalServer;
}

/** Takes the ports first: a port that is in use is told before anything slow begins. */
export async function openServers(
  { apiPort, s3Port }: { readonly apiPort: number; readonly s3Port: number },
  closers: Closers,
): Promise<Servers> {
  const open = async (port: number, option?: string) => {
    const server = await listen(port, option);
    closers.add(() => server.close());
    return server;
  };
  const [api, s3, dynamodb, sqs, lambda, secretsManager, eventBridge, sns] = await settleAll([
    open(apiPort, '--port'),
    open(s3Port, '--s3-port'),
    open(0),
    open(0),
    open(0),
    open(0),
    open(0),
    open(0),
  ]);
  return { api, s3, dynamodb, sqs, lambda, secretsManager, eventBridge, sns };
}

export function endpointsOf(servers: Servers): Endpoints {
  return {
    api: servers.api.url,
    s3: servers.s3.url,
    dynamodb: servers.dynamodb.url,
    sqs: servers.sqs.url,
    lambda: servers.lambda.url,
    secretsManager: servers.secretsManager.url,
    eventBridge: servers.eventBridge.url,
    sns: servers.sns.url,
  };
}
