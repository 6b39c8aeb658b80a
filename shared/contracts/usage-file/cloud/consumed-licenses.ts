import * as z from 'zod';
import type { Channel } from '../../../domain/usage-snapshot.ts';
import { type FileRecord, validated } from '../file-record.ts';
import type { PlainUsers } from '../json/json-pages.ts';
import type { ProblemLog } from '../problem-log.ts';
import type { UsageFile, UsageFileContext } from '../usage-file.ts';
import {
  type ConsumedLicenseRow,
  consumedLicenseRow,
  count,
  DETAIL_COLUMNS,
} from './consumed-license-row.ts';
import { licenseRowOf, licenseRowWithoutDetails } from './license-row-of.ts';
import { LicenseRows } from './license-rows.ts';
import { PlainLicenseRows } from './plain-license-rows.ts';
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
  readonly #rows: LicenseRows;
  readonly #rowOf: typeof licenseRowOf;
  readonly #strings = new SharedStrings();
  #seatsConsumed: number | null = null;
  #seatsPurchased: number | null = null;

  constructor(context: UsageFileContext, problems: ProblemLog, channel: Channel) {
    this.#context = context;
    this.#problems = problems;
    this.#channel = channel;
    this.#rows = new LicenseRows(problems, FIX);
    this.#rowOf = context.withoutDetails ? licenseRowWithoutDetails : licenseRowOf;
    const unused = context.withoutDetails ? DETAIL_COLUMNS : [];
    this.plainUsers = new PlainLicenseRows(unused, (row) => this.#addIfFine(row));
  }

  user(record: FileRecord): void {
    const row = validated(consumedLicenseRow, record, this.#problems, FIX);
    if (row !== null) this.#rows.add(this.#rowOf(row, this.#strings), record);
  }

  #addIfFine(row: ConsumedLicenseRow): boolean {
    return this.#rows.addIfFine(this.#rowOf(row, this.#strings));
  }

  /** Every page repeats the totals. People come and go between two requests: the last page is the newest. */
  page(record: FileRecord): void {
    const page = validated(consumedLicensePage, record, this.#problems, FIX);
    this.#seatsConsumed = page?.total_seats_consumed ?? this.#seatsConsumed;
    this.#seatsPurchased = page?.total_seats_purchased ?? this.#seatsPurchased;
  }

  finish(): UsageFile {
    this.#problems.throwIfAny();
    return {
      kind: 'usage',
      snapshot: {
        kind: 'cloud',
        channel: this.#channel,
        observedAt: this.#context.observedAt,
        seatsConsumed: this.#seatsConsumed,
        seatsPurchased: this.#seatsPurchased,
        unidentifiedRows: this.#rows.unidentified,
        rows: this.#rows.sorted(),
      },
    };
  }
}
