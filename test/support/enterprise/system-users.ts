import { type SystemUser, serverAccountKey } from '../../../shared/domain/account.ts';
import type { PlantedInstance } from './instances.ts';
import type { Human } from './planted.ts';

/** The accounts that each instance makes for itself, with ids below those of humans. */
const SYSTEM_USERS: readonly { readonly login: SystemUser; readonly userId: number }[] = [
  { login: 'ghost', userId: 1 },
  { login: 'scim-admin', userId: 2 },
];

/** No human is behind these; the rule makes a person of each, which consumes nothing. */
export function systemUsersOf({ hostName }: PlantedInstance): Human<SystemUser>[] {
  return SYSTEM_USERS.map(({ login, userId }) => {
    const key = serverAccountKey(hostName, userId);
    return {
      kind: login,
      serverUsers: [
        {
          key,
          hostName,
          userId,
          login,
          name: '',
          primaryEmail: null,
          furtherEmails: [],
          suspended: false,
          dormant: false,
          siteAdmin: login === 'scim-admin',
          createdAt: '2018-01-01T00:00:00.000Z',
          lastActive: null,
          lastLoggedIp: '',
          repositories: 0,
          sshKeys: 0,
          organizations: 0,
          twoFactor: false,
          seen: 'in-every-file',
        },
      ],
      licenses: [],
      people: [
        { accounts: [key], subscriptions: [], reason: 'system-user', consumes: false, licenseType: null },
      ],
      anomalies: [],
    };
  });
}
