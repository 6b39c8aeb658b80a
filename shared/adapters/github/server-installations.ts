import type { Connection } from '../../contracts/github/connection.ts';
import {
  SERVER_INSTALLATIONS_QUERY,
  ServerInstallations,
  serverInstallationsAnswer,
  UPLOADS_QUERY,
  type UserAccountsUpload,
  uploadedAtOf,
  uploadsAnswer,
} from '../../contracts/github/server-installations.ts';
import type { ServerInstallation } from '../../github-ports.ts';
import type { GitHubClient } from './client.ts';
import { connectionPages } from './connection-pages.ts';
import { pullFailure } from './pull-failures.ts';

/** Those that GitHub Connect found, and those whose usage was uploaded by hand. */
export async function listServerInstallations(client: GitHubClient): Promise<readonly ServerInstallation[]> {
  const installations = new ServerInstallations();
  const pages = connectionPages(
    (after, asked) => installationsPage(client, after, asked),
    'server installations',
  );
  for await (const page of pages) {
    for (const installation of page) {
      const { id, userAccountsUploads } = installation;
      installations.add(installation, await lastUploadedAt(client, id, userAccountsUploads));
    }
  }
  return installations.sorted();
}

async function installationsPage(client: GitHubClient, after: string | null, asked: string) {
  const { enterprise } = await client.ask(
    {
      query: SERVER_INSTALLATIONS_QUERY,
      variables: { enterprise: client.enterprise, after },
      answer: serverInstallationsAnswer,
    },
    asked,
  );
  if (enterprise === null) throw pullFailure('not-found', asked);
  if (enterprise.ownerInfo === null) throw pullFailure('forbidden', asked);
  return enterprise.ownerInfo.enterpriseServerInstallations;
}

/**
 * When the installation's usage was last uploaded with success; null when it never was.
 * @param firstPage of the uploads, where it has come already.
 */
export async function lastUploadedAt(
  client: GitHubClient,
  id: string,
  firstPage?: Connection<UserAccountsUpload>,
): Promise<string | null> {
  const pages = connectionPages(
    async (after, asked) => (after === null && firstPage) || uploadsPage(client, id, after, asked),
    'uploads of an installation',
  );
  for await (const uploads of pages) {
    const uploadedAt = uploadedAtOf(uploads);
    if (uploadedAt !== null) return uploadedAt;
  }
  return null;
}

async function uploadsPage(client: GitHubClient, id: string, after: string | null, asked: string) {
  const query = { query: UPLOADS_QUERY, variables: { id, after }, answer: uploadsAnswer };
  const { node } = await client.ask(query, asked);
  if (node === null) throw pullFailure('not-found', asked);
  return node.userAccountsUploads;
}
