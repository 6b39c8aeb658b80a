import type { PeopleUsage } from './usage.ts';

export type Deployment = keyof PeopleUsage['byDeployment'];

export function deploymentOf(hasCloudAccount: boolean, hasServerAccounts: boolean): Deployment {
  if (hasServerAccounts) return hasCloudAccount ? 'cloudAndServer' : 'serverOnly';
  return hasCloudAccount ? 'cloudOnly' : 'none';
}
