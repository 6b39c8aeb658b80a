import * as z from 'zod';
import { packState } from '../../../domain/account-state.ts';
import { normalizeEmail } from '../../../domain/email.ts';
import type { HostName } from '../../../domain/host-name.ts';
import { flagCell, numberCell } from '../csv/csv-cells.ts';
import type { CsvHeader } from '../csv/csv-header.ts';
import type { CsvRow } from '../csv/csv-rows.ts';
import { type FileRecord, validated } from '../file-record.ts';
import { areBytes, UNUSUAL, wholeNumber } from '../json/plain-json.ts';
import type { ProblemLog } from '../problem-log.ts';
import { type RejectedFile, rejectedFor } from '../rejected-file.ts';
import type { UsageFile, UsageFileContext } from '../usage-file.ts';
import { type AccountOfFile, AccountsOfFile, mayBeSystemUser, systemUserOf } from './accounts-of-file.ts';
import { hostNameOfContext, requireHostName } from './host-name-of-file.ts';

const FIX = 'Download all_users.csv from the instance again and upload the file unchanged.';

const REQUIRED_COLUMNS = ['id', 'login', 'email', 'suspended', 'dormant'] as const;
const COLUMNS = [...REQUIRED_COLUMNS, 'role'] as const;

const [TRUE, FALSE] = [Buffer.from('true'), Buffer.from('false')] as const;

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
    if (this.#takePlain(row)) return;
    const user = validated(usersReportRow, this.#recordOf(row), this.#problems, FIX);
    if (user === null) return;
    const account = accountOfReportRow(user);
    this.#hasActiveAccount ||= isActive(account);
    this.#accounts.add(account, () => this.#recordOf(row).locate(['id']));
  }

  /** As `usersReportRow` and `accountOfReportRow`, at a fraction of the cost; false for what is left to them. */
  #takePlain(row: CsvRow): boolean {
    const columns = this.#columns;
    const [id, email, login] = [row.span(columns.id), row.span(columns.email), row.span(columns.login)];
    const userId = id === null ? UNUSUAL : wholeNumber(id.bytes, id.start, id.end);
    const [suspended, dormant] = [flagOf(row, columns.suspended), flagOf(row, columns.dormant)];
    if (
      userId === UNUSUAL ||
      email === null ||
      login === null ||
      typeof suspended === 'string' ||
      typeof dormant === 'string'
    )
      return false;
    const { builder } = this.#accounts;
    const primaryEmail = builder.emails.addBytes(email.bytes, email.start, email.end);
    if (this.#accounts.admit(userId, primaryEmail) !== null) return false;
    const state = {
      systemUser: mayBeSystemUser(login.bytes, login.start) ? systemUserOf(row.cell(columns.login)) : null,
      suspended,
      dormant,
      siteAdmin: siteAdminOf(row.cell(columns.role)),
      securityProducts: null,
    };
    this.#hasActiveAccount ||= isActive(state);
    builder.addRow(userId, packState(state), primaryEmail, false);
    return true;
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

function isActive({ suspended, dormant }: Pick<AccountOfFile, 'suspended' | 'dormant'>): boolean {
  return suspended !== true && dormant !== true;
}

/** As `flagCell`, without a string of what nearly all cells are. */
function flagOf(row: CsvRow, column: number): boolean | null | string {
  const span = row.span(column);
  if (span !== null && areBytes(span.bytes, span.start, span.end, FALSE)) return false;
  if (span !== null && areBytes(span.bytes, span.start, span.end, TRUE)) return true;
  return flagCell(row.cell(column));
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
