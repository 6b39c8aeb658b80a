import type { PlantedInstance } from '../instances.ts';
import type { ServerUser } from '../planted.ts';
import { Random } from '../random.ts';
import { inBatches } from './batches.ts';

/** GitHub's features of an instance that were seen in a real export. */
const FEATURES = ['license_usage_sync', 'contributions', 'search', 'content_analysis'];

/** Any text will do: without GitHub's key nobody can read it. */
const CIPHERTEXT_STREAM = 2;
const CIPHERTEXT_CHUNKS = 64;
/** A multiple of three, so that chunks of Base64 can be put together. */
const CIPHERTEXT_CHUNK_BYTES = 192;

/** "Export license usage" of a server instance, the list of users in plain. */
export function* plainUsageExport(instance: PlantedInstance, users: Iterable<ServerUser>): Generator<string> {
  yield `{"instance":${instanceJson(instance)},"users":[`;
  yield* inBatches(
    users,
    (batch, first) => (first ? '' : ',') + batch.map((user) => JSON.stringify(exportedUser(user))).join(),
  );
  yield ']}\n';
}

/** The same with the list of users encrypted, as GitHub writes it by default: one string, in Base64. */
export function* encryptedUsageExport(instance: PlantedInstance, seed: number): Generator<string> {
  const random = new Random(seed, CIPHERTEXT_STREAM);
  yield `{"instance":${instanceJson(instance)},"users":"`;
  for (let chunk = 0; chunk < CIPHERTEXT_CHUNKS; chunk++) {
    yield random.bytes(CIPHERTEXT_CHUNK_BYTES).toString('base64');
  }
  yield '"}\n';
}

function instanceJson({ hostName, serverId, version }: PlantedInstance): string {
  return JSON.stringify({
    server_id: serverId,
    host_name: hostName,
    version,
    public_key: `-----BEGIN PUBLIC KEY----- ${serverId} -----END PUBLIC KEY-----`,
    features: FEATURES,
    license: serverId.replaceAll('-', ''),
    http_only: false,
  });
}

function exportedUser(user: ServerUser) {
  return {
    user_id: user.userId,
    login: user.login,
    profile_name: user.name,
    site_admin: user.siteAdmin,
    created_at: user.createdAt,
    emails: [
      ...(user.primaryEmail === null ? [] : [{ email: user.primaryEmail, primary: true }]),
      ...user.furtherEmails.map((email) => ({ email, primary: false })),
    ],
  };
}
