import * as z from 'zod';
import { type HostName, normalizeHostName } from '../../domain/host-name.ts';
import type { ServerInstallation } from '../../github-ports.ts';
import { CONNECTION_FIELDS, connection, enterpriseAnswer, nodeAnswer } from './connection.ts';

/** The newest upload is a success as a rule: ten go further back than any series of failures should. */
const UPLOADS = `${CONNECTION_FIELDS} nodes { syncState createdAt }`;
const NEWEST_UPLOADS = `userAccountsUploads(first: 10, orderBy: { field: CREATED_AT, direction: DESC }) { ${UPLOADS} }`;

export const SERVER_INSTALLATIONS_QUERY = `query ($enterprise: String!, $after: String) {
  enterprise(slug: $enterprise) {
    ownerInfo {
      enterpriseServerInstallations(first: 100, after: $after, connectedOnly: false) {
        ${CONNECTION_FIELDS}
        nodes { id hostName ${NEWEST_UPLOADS} }
      }
    }
  }
}`;

export const UPLOADS_QUERY = `query ($id: ID!, $after: String) {
  node(id: $id) {
    ... on EnterpriseServerInstallation {
      userAccountsUploads(first: 10, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) { ${UPLOADS} }
    }
  }
}`;

const upload = z.object({
  syncState: z.string(),
  createdAt: z.iso.datetime({ offset: true }).transform((date) => new Date(date).toISOString()),
});
export type UserAccountsUpload = z.infer<typeof upload>;

const installation = z.object({
  id: z.string(),
  hostName: z.string(),
  userAccountsUploads: connection(upload),
});
export type WireInstallation = z.infer<typeof installation>;

export const serverInstallationsAnswer = enterpriseAnswer(
  z.object({
    ownerInfo: z.object({ enterpriseServerInstallations: connection(installation) }).nullable(),
  }),
);

export const uploadsAnswer = nodeAnswer(z.object({ userAccountsUploads: connection(upload) }));

/** Of uploads from the newest on; null when none of them succeeded. */
export function uploadedAtOf(uploads: readonly UserAccountsUpload[]): string | null {
  return uploads.find(({ syncState }) => syncState === 'SUCCESS')?.createdAt ?? null;
}

/**
 * The enterprise's installations, each host name once: an instance that was set up anew is listed twice, and the
 * latest upload is that of the living one. What has no host name has no source that it could be usage of.
 */
export class ServerInstallations {
  readonly #byHostName = new Map<HostName, ServerInstallation>();

  add({ id, hostName: rawHostName }: WireInstallation, uploadedAt: string | null): void {
    const hostName = normalizeHostName(rawHostName);
    if (hostName === null) return;
    const known = this.#byHostName.get(hostName);
    const isNewest = known === undefined || (uploadedAt ?? '') > (known.uploadedAt ?? '');
    if (isNewest) this.#byHostName.set(hostName, { id, hostName, uploadedAt });
  }

  /** By host name. */
  sorted(): ServerInstallation[] {
    return [...this.#byHostName.values()].sort((one, other) => (one.hostName < other.hostName ? -1 : 1));
  }
}
