import type { DroppedFile } from './console-page.ts';

interface ExportingInstance {
  readonly hostName: string;
  readonly serverId?: string;
  readonly version?: string;
}

interface ExportedUser {
  readonly id: number;
  readonly emails: readonly string[];
}

/** What "Export license usage" of an instance gives, the list of users in plain. */
export function usageExport(instance: ExportingInstance, users: readonly ExportedUser[]): DroppedFile {
  return exportOf(
    instance,
    users.map(({ id, emails }) => ({
      user_id: id,
      login: `user${id}`,
      emails: emails.map((email, position) => ({ email, primary: position === 0 })),
    })),
  );
}

/** The same as GitHub writes it by default. Nobody here can read it, so that any text will do. */
export function encryptedExport(instance: ExportingInstance): DroppedFile {
  return exportOf(instance, Buffer.from('the users, encrypted').toString('base64'));
}

function exportOf({ hostName, serverId, version }: ExportingInstance, users: object | string): DroppedFile {
  const instance = { host_name: hostName, server_id: serverId, version };
  return { name: `${hostName}-license-usage.json`, content: JSON.stringify({ instance, users }, null, 1) };
}

/** Users with these ids, each with an address of their own. */
export function usersWithIds(ids: readonly number[]): ExportedUser[] {
  return ids.map((id) => ({ id, emails: [`user${id}@example.com`] }));
}
