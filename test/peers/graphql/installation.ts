import type { ReportedUser } from '../../support/enterprise/writers/users-report.ts';
import type { InstanceContent } from '../content/enterprise-content.ts';
import type { AccountsUpload, EnterpriseShown } from '../content/enterprise-shown.ts';
import { connection } from './connection.ts';
import { nodeId } from './node-id.ts';

/** An `EnterpriseServerInstallation`. */
export function installationNode({ instance, users }: InstanceContent, shown: EnterpriseShown): object {
  const { hostName, serverId } = instance;
  return {
    __typename: 'EnterpriseServerInstallation',
    id: nodeId('EnterpriseServerInstallation', hostName),
    customerName: 'Acme',
    hostName,
    isConnected: true,
    createdAt: '2020-01-01T00:00:00Z',
    updatedAt: shown.syncedAt,
    userAccounts: connection(users, (user, position) => accountNode(user, position, shown)),
    userAccountsUploads: connection(shown.uploads(), (upload) => uploadNode(upload, serverId)),
  };
}

/** An `EnterpriseServerUserAccount`, with all its addresses as they are spelled. */
export function accountNode(user: ReportedUser, position: number, shown: EnterpriseShown): object {
  const { hostName, userId, primaryEmail, furtherEmails } = user;
  const emails = [
    ...furtherEmails.map((email) => ({ email, isPrimary: false })),
    ...(primaryEmail === null ? [] : [{ email: primaryEmail, isPrimary: true }]),
  ];
  const times = { createdAt: user.createdAt, updatedAt: shown.syncedAt };
  return {
    __typename: 'EnterpriseServerUserAccount',
    id: nodeId('EnterpriseServerUserAccount', hostName, position),
    remoteUserId: userId,
    remoteCreatedAt: user.createdAt,
    login: user.login,
    profileName: user.name === '' ? null : user.name,
    isSiteAdmin: user.siteAdmin,
    ...times,
    emails: connection(emails, (email, index) => ({
      __typename: 'EnterpriseServerUserAccountEmail',
      id: nodeId('EnterpriseServerUserAccountEmail', hostName, userId, index),
      ...email,
      ...times,
    })),
    enterpriseServerInstallation: () => {
      const instance = shown.content.instances.get(hostName);
      return instance && installationNode(instance, shown);
    },
  };
}

function uploadNode(upload: AccountsUpload, serverId: string): object {
  return {
    __typename: 'EnterpriseServerUserAccountsUpload',
    id: nodeId('EnterpriseServerUserAccountsUpload', serverId, upload.createdAt),
    ...upload,
    updatedAt: upload.createdAt,
  };
}
