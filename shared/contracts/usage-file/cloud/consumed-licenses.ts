import * as z from 'zod';
import type { LicenseFacts, LicenseRow } from '../../../domain/account.ts';
import type { EmailNumbers } from '../../../domain/email-numbers.ts';
import { LicenseRowsBuilder } from '../../../domain/license-rows-builder.ts';
import { sortedByKey } from '../../../domain/row-key.ts';
import { TextNumbers } from '../../../domain/text-numbers.ts';
import type { Channel, CloudUsageFacts, UsageFacts } from '../../../domain/usage-snapshot.ts';
import { type FileRecord, validated } from '../file-record.ts';
import type { PlainUsers } from '../json/plain-users.ts';
import type { ProblemLog } from '../problem-log.ts';
import type { UsageFile, UsageFileContext } from '../usage-file.ts';
import { type ConsumedLicenseRow, consumedLicenseRow, count } from './consumed-license-row.ts';
import { licenseFactsOf, licenseRowOf } from './license-row-of.ts';
import { PlainLicenseFacts } from './plain-license-facts.ts';
import { PlainLicenseRows } from './plain-license-rows.ts';
import { RowsOfFile } from './rows-of-file.ts';
import { SharedStrings } from './shared-strings.ts';

const FIX = 'Download the consumed licenses of the enterprise again and upload the file unchanged.';

const consumedLicensePage = z.object(
  {
    total_seats_consumed: count,
    total_seats_purchased: count,
    users: z.array(z.unknown(), 'a list of license rows'),
  },
  'a page of consumed licenses: an object with `users`',
);

/** GitHub's consumed licenses, from the pages of the REST API or from the CSV. */
export class ConsumedLicenses {
  readonly plainUsers: PlainUsers;
  readonly #context: UsageFileContext;
  readonly #problems: ProblemLog;
  readonly #channel: Channel;
  readonly #rows: CollectedRows;
  #seatsConsumed: number | null = null;
  #seatsPurchased: number | null = null;

  constructor(context: UsageFileContext, problems: ProblemLog, channel: Channel) {
    this.#context = context;
    this.#problems = problems;
    this.#channel = channel;
    this.#rows = context.withoutDetails ? rowsInColumns(problems, context.emails) : rowsWithDetails(problems);
    this.plainUsers = this.#rows.plainUsers;
  }

  user(record: FileRecord): void {
    const row = validated(consumedLicenseRow, record, this.#problems, FIX);
    if (row !== null) this.#rows.add(row, record);
  }

  /** Every page repeats the totals. People come and go between two requests: the last page is the newest. */
  page(record: FileRecord): void {
    const page = validated(consumedLicensePage, record, this.#problems, FIX);
    this.#seatsConsumed = page?.total_seats_consumed ?? this.#seatsConsumed;
    this.#seatsPurchased = page?.total_seats_purchased ?? this.#seatsPurchased;
  }

  finish(): UsageFile<UsageFacts> {
    this.#problems.throwIfAny();
    return {
      kind: 'usage',
      snapshot: {
        kind: 'cloud',
        channel: this.#channel,
        observedAt: this.#context.observedAt,
        seatsConsumed: this.#seatsConsumed,
        seatsPurchased: this.#seatsPurchased,
        unidentifiedRows: this.#rows.unidentified(),
        rows: this.#rows.sorted(),
      },
    };
  }
}

/** Takes in rows as a file has them. */
interface CollectedRows {
  readonly plainUsers: PlainUsers;
  add(row: ConsumedLicenseRow, record: FileRecord): void;
  unidentified(): number;
  /** By row key. */
  sorted(): CloudUsageFacts['rows'];
}

function rowsWithDetails(problems: ProblemLog): CollectedRows {
  const kept: LicenseRow[] = [];
  const strings = new SharedStrings();
  const rows = new RowsOfFile<LicenseRow>(new TextNumbers(), (row) => kept.push(row), problems, FIX);
  return {
    plainUsers: new PlainLicenseRows((row) => rows.addIfFine(licenseRowOf(row, strings))),
    add: (row, record) => rows.add(licenseRowOf(row, strings), record),
    unidentified: () => rows.unidentified,
    sorted: () => sortedByKey(kept),
  };
}

/** Of what decides alone. */
function rowsInColumns(problems: ProblemLog, emails: EmailNumbers | undefined): CollectedRows {
  const columns = new LicenseRowsBuilder(emails);
  const rows = new RowsOfFile<LicenseFacts>(columns.keys, (row) => columns.add(row), problems, FIX);
  return {
    plainUsers: new PlainLicenseFacts(columns, rows.serverAccounts),
    add: (row, record) => rows.add(licenseFactsOf(row), record),
    unidentified: () => rows.unidentified,
    sorted: () => {
      rows.serverAccounts.release();
      return columns.build();
    },
  };
}
