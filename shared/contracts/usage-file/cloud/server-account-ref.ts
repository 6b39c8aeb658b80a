import type { ServerAccountRef } from '../../../domain/account.ts';
import { normalizeHostName } from '../../../domain/host-name.ts';

const DIGITS = /^\d+$/;

/**
 * A server account as a license row names it: `host:id` in GitHub's API example, `id:host:role` in a published
 * CSV, and the bare id in a test of go-github. Null for anything else.
 */
export function parseServerAccountRef(text: string): ServerAccountRef | null {
  const parts = text.split(':');
  const last = parts.at(-1) ?? '';
  if (DIGITS.test(last)) return serverAccountRef(last, parts.slice(0, -1).join(':'), parts.length === 1);
  const [id = '', host = ''] = parts;
  return parts.length === 3 && DIGITS.test(id) ? serverAccountRef(id, host, false) : null;
}

function serverAccountRef(id: string, host: string, isBare: boolean): ServerAccountRef | null {
  const userId = Number(id);
  const hostName = isBare ? null : normalizeHostName(host);
  const isRead = Number.isSafeInteger(userId) && userId > 0 && (isBare || hostName !== null);
  return isRead ? { hostName, userId } : null;
}
