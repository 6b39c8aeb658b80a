import { PullError } from '../../../shared/domain/pull-error.ts';
import type {
  GitHubConnections,
  GitHubEnterprise,
  GitHubServer,
  PullCall,
} from '../../../shared/github-ports.ts';
import { host } from '../../support/accounts.ts';
import { cloudUsage, identitiesOf, serverUsage } from '../../support/sync-sources.ts';
import type { Step } from './stepwise-people-ledger.ts';

/** Pulled through the cloud enterprise, and by its own API. */
export const INSTALLATION = 'ghes-c.example.com';
export const REPORTING = 'ghes-d.example.com';

/** What GitHub and the instances know now. */
export interface GitHubTruth {
  people: readonly number[];
  uploadedAt: string;
}

export type Trouble = 'fails' | 'hangs' | null;

/** Answers with what is true when it is asked, or does not. */
export function simulatedGitHub(truth: GitHubTruth, trouble: () => Trouble, step: Step): GitHubConnections {
  const ask = <Answer>(what: string, call: PullCall, answer: () => Answer): Promise<Answer> => {
    call.onRequest();
    const met = trouble();
    if (met === 'hangs') return new Promise<Answer>(() => undefined);
    return step(`github.${what}`, async () => {
      if (met === 'fails') throw new PullError('unavailable', `GET ${what}`);
      return answer();
    });
  };
  const enterprise: GitHubEnterprise = {
    consumedLicenses: (call) => ask('licenses', call, () => cloudUsage(truth.people, call.observedAt)),
    linkedIdentities: (call) => ask('identities', call, () => identitiesOf(truth.people, call.observedAt)),
    licenseSyncStatus: (call) => ask('status', call, () => []),
    serverInstallations: (call) =>
      ask('installations', call, () => [
        { id: 'installation', hostName: host(INSTALLATION), uploadedAt: truth.uploadedAt },
      ]),
    serverAccounts: (_, call) =>
      ask('accounts', call, () =>
        serverUsage(INSTALLATION, truth.people, { observedAt: truth.uploadedAt, channel: 'graphql' }),
      ),
  };
  const server: GitHubServer = {
    hostName: host(REPORTING),
    usersReport: (call) =>
      ask('report', call, () => ({
        snapshot: serverUsage(REPORTING, truth.people, { observedAt: call.observedAt }),
        crossChecks: [],
      })),
  };
  return { connect: () => step('github.connect', async () => ({ enterprise, servers: [server] })) };
}
