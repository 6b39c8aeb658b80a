import * as z from 'zod';
import { normalizeEmail } from '../../../domain/email.ts';
import type { HostName } from '../../../domain/host-name.ts';
import { flagCell, numberCell } from '../csv/csv-cells.ts';
import type { CsvHeader } from '../csv/csv-header.ts';
import type { CsvRow } from '../csv/csv-rows.ts';
import { type FileRecord, validated } from '../file-record.ts';
import type { ProblemLog } from '../problem-log.ts';
import { type RejectedFile, rejectedFor } from '../rejected-file.ts';
import type { UsageFile, UsageFileContext } from '../usage-file.ts';
import { type AccountOfFile, AccountsOfFile, systemUserOf } from './accounts-of-file.ts';
import { hostNameOfContext, requireHostName } from './host-name-of-file.ts';

const FIX = 'Download all_users.csv from the instance again and upload the file unchanged.';

const REQUIRED_COLUMNS = ['id', 'login', 'email', 'suspended', 'dormant'] as const;
const COLUMNS = [...REQUIRED_COLUMNS, 'role'] as const;

const USER_ID = 'a user id: a whole number above 0';
const flag = z.boolean('true, false or nothing').nullable();

/** A row of an instance's users report, reduced to the columns that are read. */
const usersReportRow = z.object({
  id: z.int(USER_ID).positive(USER_ID),
  login: z.string(),
  email: z.string(),
  suspended: flag,
  dormant: flag,
  role: z.string().optional(),
});
type UsersReportRow = z.infer<typeof usersReportRow>;

/**
 * The active, dormant and suspended reports have the columns of all_users.csv and only some of its rows: taken for
 * a complete snapshot, one would remove all other people. The name of the file tells where it was kept. The rows
 * tell of a dormant or a suspended report: a complete one lists the site admin who downloaded it, and a site admin
 * is neither (docs: managing-dormant-users). Nothing tells a renamed active report from a complete one.
 */
const PARTIAL_NAME = /(?<![a-z])(active|dormant|suspended)[_-]users(?![a-z])/i;

/** GitHub's all_users.csv: the accounts of one instance with their primary address, suspended and dormant. */
export class UsersReport {
  readonly #context: UsageFileContext;
  readonly #problems: ProblemLog;
  readonly #recordOf: (row: CsvRow) => FileRecord;
  /** Where in a row each column is; only the role may be missing. */
  readonly #columns: Readonly<Record<(typeof COLUMNS)[number], number>>;
  readonly #hostName: HostName;
  readonly #accounts: AccountsOfFile;
  #hasActiveAccount = false;

  /** @throws {RejectedFile} for a partial report, or when nothing names the instance. */
  constructor(header: CsvHeader, context: UsageFileContext, problems: ProblemLog) {
    if (PARTIAL_NAME.test(context.fileName?.split('/').at(-1) ?? '')) throw partialReport();
    this.#context = context;
    this.#problems = problems;
    this.#recordOf = header.rowReader(COLUMNS, readCell);
    this.#columns = {
      id: header.indexOf('id'),
      login: header.indexOf('login'),
      email: header.indexOf('email'),
      suspended: header.indexOf('suspended'),
      dormant: header.indexOf('dormant'),
      role: header.indexOf('role'),
    };
    this.#hostName = requireHostName(hostNameOfContext(context));
    this.#accounts = new AccountsOfFile(problems, FIX, context.emails);
    header.checkPresent(REQUIRED_COLUMNS, problems, FIX);
    header.checkEachOnce(COLUMNS, problems, FIX);
    problems.throwIfAny();
  }

  static isHeader(header: CsvHeader): boolean {
    return header.has('id') && header.has('login') && (header.has('suspended') || header.has('dormant'));
  }

  row(row: CsvRow): void {
    const user = this.#plainUser(row) ?? validated(usersReportRow, this.#recordOf(row), this.#problems, FIX);
    if (user === null) return;
    const account = accountOfReportRow(user);
    this.#hasActiveAccount ||= account.suspended !== true && account.dormant !== true;
    this.#accounts.add(account, () => this.#recordOf(row).locate(['id']));
  }

  /** As `usersReportRow` gives it, at a fraction of the cost; null for what is left to it. */
  #plainUser({ cell }: CsvRow): UsersReportRow | null {
    const { id, login, email, suspended, dormant, role } = this.#columns;
    const userId = numberCell(cell(id));
    const [isSuspended, isDormant] = [flagCell(cell(suspended)), flagCell(cell(dormant))];
    if (!Number.isSafeInteger(userId) || typeof userId !== 'number' || userId === 0) return null;
    if (typeof isSuspended === 'string' || typeof isDormant === 'string') return null;
    return {
      id: userId,
      login: cell(login),
      email: cell(email),
      suspended: isSuspended,
      dormant: isDormant,
      ...(role === -1 ? {} : { role: cell(role) }),
    };
  }

  finish(): UsageFile {
    this.#problems.throwIfAny();
    if (!this.#hasActiveAccount) throw partialReport();
    const instance = { hostName: this.#hostName, serverId: null, version: null };
    return {
      kind: 'usage',
      snapshot: {
        kind: 'server',
        channel: 'users-report',
        observedAt: this.#context.observedAt,
        instance,
        accounts: this.#accounts.on(this.#hostName),
      },
    };
  }
}

function readCell(cell: string, column: (typeof COLUMNS)[number]): unknown {
  if (column === 'id') return numberCell(cell);
  return column === 'suspended' || column === 'dormant' ? flagCell(cell) : cell;
}

/**
 * A row in the words of the domain. What is no address counts as unknown: an instance may hold an odd address,
 * which could match nothing, and which must not keep all others out.
 */
function accountOfReportRow(row: UsersReportRow): AccountOfFile {
  return {
    userId: row.id,
    systemUser: systemUserOf(row.login),
    primaryEmail: normalizeEmail(row.email),
    furtherEmails: null,
    suspended: row.suspended,
    dormant: row.dormant,
    siteAdmin: siteAdminOf(row.role ?? ''),
    securityProducts: null,
  };
}

/** GitHub documents the role as that of an admin or of an ordinary user. */
function siteAdminOf(role: string): boolean | null {
  const name = role.trim().toLowerCase();
  if (name === 'admin') return true;
  return name === 'user' ? false : null;
}

function partialReport(): RejectedFile {
  return rejectedFor(
    'partial-report',
    'the report of all users, not that of the active, dormant or suspended ones alone',
    'Download all_users.csv from the instance and upload it unchanged.',
  );
}
