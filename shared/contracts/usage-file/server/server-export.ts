import * as z from 'zod';
import { type HostName, normalizeHostName } from '../../../domain/host-name.ts';
import type { ServerInstance } from '../../../domain/usage-snapshot.ts';
import { type FileRecord, validated } from '../file-record.ts';
import type { PlainUsers } from '../json/plain-users.ts';
import { MAX_NAME_LENGTH } from '../limits.ts';
import type { ProblemLog } from '../problem-log.ts';
import type { UsageFile, UsageFileContext } from '../usage-file.ts';
import { AccountsOfFile } from './accounts-of-file.ts';
import { accountOfExportUser, exportUser, withPlainKeys } from './export-user.ts';
import { hostNameOfContext, requireHostName } from './host-name-of-file.ts';
import { PlainExportUsers } from './plain-export-users.ts';

const FIX = 'Export the license usage of the instance again and upload the file unchanged.';

const HOST_NAME = 'a host name';
const hostName = z
  .string(HOST_NAME)
  .transform(normalizeHostName)
  .refine((name) => name !== null, HOST_NAME)
  .nullish();
const text = z.string('a text').max(MAX_NAME_LENGTH, `at most ${MAX_NAME_LENGTH} characters`).nullish();

const exportInstance = z.object(
  { server_id: text, host_name: hostName, hostname: hostName, version: text },
  'an object',
);
type ExportInstance = z.infer<typeof exportInstance>;

export const EXPORT_INSTANCE_KEYS: readonly string[] = ['instance', ...Object.keys(exportInstance.shape)];

/** The facts of the instance are in `instance`, by the one real export known; beside `users` is let pass, too. */
const exportPage = z.object(
  {
    instance: exportInstance.nullish(),
    users: z.union(
      [z.array(z.unknown()), z.string().min(1)],
      'a list of users, or one text that holds them encrypted',
    ),
  },
  'an export: an object with `instance` and `users`',
);

/** The license usage that an instance exports: its accounts, or its name alone where the users are encrypted. */
export class ServerExport {
  readonly plainUsers: PlainUsers;
  readonly #context: UsageFileContext;
  readonly #problems: ProblemLog;
  readonly #accounts: AccountsOfFile;
  #instance: ExportInstance | null = null;
  #encrypted = false;
  #pages = 0;
  /** Users that were read with care, be there something wrong with them. */
  #records = 0;

  constructor(context: UsageFileContext, problems: ProblemLog) {
    this.#context = context;
    this.#problems = problems;
    this.#accounts = new AccountsOfFile(problems, FIX, context.emails);
    this.plainUsers = new PlainExportUsers(this.#accounts);
  }

  user(record: FileRecord): void {
    this.#records += 1;
    const plain = withPlainKeys(record);
    const user = validated(exportUser, plain, this.#problems, FIX);
    if (user !== null) this.#accounts.add(accountOfExportUser(user), () => plain.locate(['userId']));
  }

  page(record: FileRecord): void {
    this.#pages += 1;
    if (this.#pages > 1) this.#problems.stop(record.locate([]), 'one export in one file', FIX);
    const page = validated(exportPage, record, this.#problems, FIX);
    if (page === null) return;
    this.#instance = page.instance ?? validated(exportInstance, record, this.#problems, FIX);
    this.#encrypted = typeof page.users === 'string';
    this.#checkHostName(record);
    this.#checkUsers(record);
  }

  finish(): UsageFile {
    this.#problems.throwIfAny();
    const instance = this.#serverInstance();
    if (this.#encrypted) return { kind: 'encrypted', instance };
    return {
      kind: 'usage',
      snapshot: {
        kind: 'server',
        channel: 'export',
        observedAt: this.#context.observedAt,
        instance,
        accounts: this.#accounts.on(instance.hostName),
      },
    };
  }

  #hostName(): HostName | null {
    return this.#instance?.host_name ?? this.#instance?.hostname ?? null;
  }

  #serverInstance(): ServerInstance {
    return {
      hostName: requireHostName(this.#hostName() ?? hostNameOfContext(this.#context)),
      serverId: this.#instance?.server_id?.trim() || null,
      version: this.#instance?.version?.trim() || null,
    };
  }

  #checkHostName(record: FileRecord): void {
    const [told, expected] = [this.#hostName(), hostNameOfContext(this.#context)];
    if (told === null || expected === null || told === expected) return;
    this.#problems.add(
      record.locate(['instance', 'host_name']),
      'the host name under which the file was dropped',
      'Drop the export under uploads/ followed by the host name it holds, or directly under uploads/.',
    );
  }

  /** Who exports the license usage is a site admin, who is a user: without any, the list is not complete. */
  #checkUsers(record: FileRecord): void {
    if (this.#encrypted || this.#records + this.#accounts.builder.length > 0) return;
    this.#problems.add(record.locate(['users']), 'at least one user', FIX);
  }
}
