import type { HostName } from '../../../shared/domain/host-name.ts';
import { type SourceId, serverSourceId } from '../../../shared/domain/usage-snapshot.ts';
import { usersReport } from '../../support/enterprise/writers/users-report.ts';
import type { InstanceContent } from '../content/enterprise-content.ts';
import type { EnterpriseShown } from '../content/enterprise-shown.ts';
import { type Answer, badCredentials, errorAnswer, jsonAnswer, notFound } from '../http/answer.ts';
import type { Api } from '../http/api.ts';
import type { HttpRequest, Operation } from '../http/peer-request.ts';
import { type Credentials, credentialsOf } from '../tokens.ts';
import { licenseSettings } from './license-settings.ts';

const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['/stafftools/reports/all_users.csv', 'users-report'],
  ['/api/v3/enterprise/settings/license', 'license-settings'],
  ['/api/v3/enterprise/stats/users', 'user-stats'],
]);

/** GitHub Enterprise Server: what a site admin may ask an instance. */
export class ServerApi implements Api {
  readonly source: SourceId;
  readonly #hostName: HostName;
  readonly #siteAdmin: Credentials;
  readonly #shown: () => EnterpriseShown;

  constructor(hostName: HostName, siteAdmin: Credentials, shown: () => EnterpriseShown) {
    this.source = serverSourceId(hostName);
    this.#hostName = hostName;
    this.#siteAdmin = siteAdmin;
    this.#shown = shown;
  }

  operationOf({ method, url }: HttpRequest): Operation {
    return (method === 'GET' ? OPERATIONS.get(url.pathname) : undefined) ?? 'other';
  }

  async answer(request: HttpRequest): Promise<Answer> {
    const operation = this.operationOf(request);
    const credentials = credentialsOf(request.headers);
    if (credentials === null) return errorAnswer(401, 'Requires authentication');
    if (!this.#isSiteAdmin(credentials, operation)) return badCredentials();
    const instance = this.#shown().content.instances.get(this.#hostName);
    if (instance === undefined) return notFound();
    const answer = answerOf(operation, instance);
    return {
      ...answer,
      headers: { 'x-github-enterprise-version': instance.instance.version, ...answer.headers },
    };
  }

  /**
   * The report is no part of the API: it takes a user name with the token (HTTP basic authentication). INFERRED: it
   * refuses others as the API does.
   */
  #isSiteAdmin({ username, token }: Credentials, operation: Operation): boolean {
    const mayOmitName = operation !== 'users-report' && username === null;
    return token === this.#siteAdmin.token && (mayOmitName || username === this.#siteAdmin.username);
  }
}

function answerOf(operation: Operation, instance: InstanceContent): Answer {
  switch (operation) {
    case 'users-report':
      return {
        status: 200,
        headers: { 'content-type': 'text/csv; charset=utf-8' },
        body: usersReport(instance.users),
      };
    case 'license-settings':
      return jsonAnswer(licenseSettings(instance));
    case 'user-stats':
      return jsonAnswer({
        total_users: instance.users.length,
        admin_users: instance.siteAdmins,
        suspended_users: instance.suspended,
      });
    default:
      return notFound();
  }
}
