import { type AccountState, type PackedState, packState } from '../../../domain/account-state.ts';
import {
  ADVANCED_SECURITY,
  BITS_OF_FLAG,
  CODE_SECURITY,
  DORMANT,
  EMAIL,
  EMAILS,
  HAS_LIST,
  IS_PRIMARY,
  IS_TRUE,
  LOGIN,
  PRIMARY,
  PRIMARY_EMAIL,
  SECRET_PROTECTION,
  SITE_ADMIN,
  SUSPENDED,
  SUSPENDED_AT,
  UNKNOWN,
  USER_ID,
} from '../json/export-user-format.ts';
import type { RecordScanner } from '../json/record-scanner.ts';
import type { RecordTape } from '../json/record-tape.ts';
import type { Prepared } from '../json/records-ahead.ts';
import { NOWHERE, PLACES, RECORDS } from '../json/tape-format.ts';
import { securityProductsOf } from '../security-products.ts';
import { systemUserOf } from './accounts-of-file.ts';
import { EXPORT_USER_KEYS, KEYS } from './export-user.ts';

/** The keys to be read; their places are their numbers. */
export const TAPE_KEYS: readonly string[] = [
  ...new Set<string>([...EXPORT_USER_KEYS, 'email', 'is_primary', 'primary']),
];
/** Under which addresses are. */
export const ADDRESS_KEYS: readonly string[] = [...KEYS.emails, ...KEYS.primaryEmail];

const KEYS_BY_FIELD: ReadonlyMap<number, readonly number[]> = new Map([
  [USER_ID, numbersOf(KEYS.userId)],
  [LOGIN, numbersOf(KEYS.login)],
  [SUSPENDED, numbersOf(KEYS.suspended)],
  [SUSPENDED_AT, numbersOf(KEYS.suspendedAt)],
  [DORMANT, numbersOf(KEYS.dormant)],
  [SITE_ADMIN, numbersOf(KEYS.siteAdmin)],
  [ADVANCED_SECURITY, numbersOf(KEYS.advancedSecurity)],
  [CODE_SECURITY, numbersOf(KEYS.codeSecurity)],
  [SECRET_PROTECTION, numbersOf(KEYS.secretProtection)],
  [EMAILS, numbersOf(KEYS.emails)],
  [PRIMARY_EMAIL, numbersOf(KEYS.primaryEmail)],
  [EMAIL, numbersOf(['email'])],
  [IS_PRIMARY, numbersOf(['is_primary'])],
  [PRIMARY, numbersOf(['primary'])],
]);

function numbersOf(keys: readonly string[]): number[] {
  return keys.map((key) => TAPE_KEYS.indexOf(key));
}

const NOT_PACKED = -1;

/**
 * What the users of an export are that were read ahead, by record, as `accountOfExportUser` has it. WebAssembly takes
 * them from the tape (wasm/export-users.ts).
 */
export class ExportUsersOnTape implements Prepared {
  /** 0 of a user who is not plain, or has anything wrong. */
  readonly userIds: Float64Array;
  /** Numbers of addresses. The further ones of a record are up to where those of the next one begin. */
  readonly primaryEmails: Int32Array;
  readonly furtherEmails: Int32Array;
  readonly furtherStarts: Int32Array;
  readonly #tape: RecordTape;
  readonly #takeUsers: (records: number) => void;
  readonly #flags: Int32Array;
  readonly #systemLogins: Int32Array;
  /** Of flags, once they were seen. */
  readonly #states = new Int16Array(HAS_LIST).fill(NOT_PACKED);

  /** @param scanner reads TAPE_KEYS. */
  constructor(scanner: RecordScanner) {
    const { module, tape } = scanner;
    const { buffer } = module.memory;
    scanner.lookFor(KEYS_BY_FIELD);
    this.userIds = new Float64Array(buffer, module.userIds.value, RECORDS);
    this.primaryEmails = new Int32Array(buffer, module.primaryEmails.value, RECORDS);
    this.furtherEmails = new Int32Array(buffer, module.furtherEmails.value, PLACES);
    this.furtherStarts = new Int32Array(buffer, module.furtherStarts.value, RECORDS + 1);
    this.#tape = tape;
    this.#takeUsers = module.takeUsers;
    this.#flags = new Int32Array(buffer, module.userFlags.value, RECORDS);
    this.#systemLogins = new Int32Array(buffer, module.systemLogins.value, RECORDS);
  }

  prepare({ records }: RecordTape): void {
    this.#takeUsers(records);
  }

  areFurtherKnownAt(record: number): boolean {
    return ((this.#flags[record] ?? 0) & HAS_LIST) !== 0;
  }

  stateAt(record: number): PackedState {
    const flags = (this.#flags[record] ?? 0) & (HAS_LIST - 1);
    const login = this.#systemLogins[record] ?? NOWHERE;
    if (login !== NOWHERE) return packState(stateOf(flags, this.#tape.textAt(login)));
    const known = this.#states[flags] ?? NOT_PACKED;
    if (known !== NOT_PACKED) return known;
    const state = packState(stateOf(flags, ''));
    this.#states[flags] = state;
    return state;
  }
}

function stateOf(flags: number, login: string): AccountState {
  const flag = (field: number): boolean | null => {
    const bits = (flags >> (field * BITS_OF_FLAG)) & ((1 << BITS_OF_FLAG) - 1);
    return bits === UNKNOWN ? null : bits === IS_TRUE;
  };
  return {
    systemUser: systemUserOf(login),
    suspended: flag(SUSPENDED),
    dormant: flag(DORMANT),
    siteAdmin: flag(SITE_ADMIN),
    securityProducts: securityProductsOf({
      'advanced-security': flag(ADVANCED_SECURITY),
      'code-security': flag(CODE_SECURITY),
      'secret-protection': flag(SECRET_PROTECTION),
    }),
  };
}
