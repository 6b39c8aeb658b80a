import type { ServerAccountRef } from '../../../domain/account.ts';
import { normalizeHostName } from '../../../domain/host-name.ts';

const HOST_AND_ID = /^(?<host>.+):(?<id>\d+)$/;
const ID_HOST_AND_ROLE = /^(?<id>\d+):(?<host>[^:]+):[^:]*[^:\d][^:]*$/;
const BARE_ID = /^(?<id>\d+)$/;

/**
 * A server account as a license row names it: `host:id` in GitHub's API example, `id:host:role` in a published
 * CSV, and the bare id in a test of go-github. Null for anything else.
 */
export function parseServerAccountRef(text: string): ServerAccountRef | null {
  const match = ID_HOST_AND_ROLE.exec(text) ?? HOST_AND_ID.exec(text) ?? BARE_ID.exec(text);
  if (match?.groups === undefined) return null;
  const { host, id } = match.groups;
  const userId = Number(id);
  const hostName = host === undefined ? null : normalizeHostName(host);
  const isHostRead = host === undefined || hostName !== null;
  return Number.isSafeInteger(userId) && userId > 0 && isHostRead ? { hostName, userId } : null;
}
