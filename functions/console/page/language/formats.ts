import type { Language } from './languages.ts';

const SECOND_MS = 1000;

/** From the largest that fits, what is past is told in. */
const UNITS = [
  ['year', 365 * 24 * 60 * 60],
  ['month', 30 * 24 * 60 * 60],
  ['day', 24 * 60 * 60],
  ['hour', 60 * 60],
  ['minute', 60],
] as const;

/** Numbers, dates and lists as one language writes them. Instants are ISO 8601, shown in the reader's own time zone. */
export class Formats {
  readonly language: Language;
  readonly #numbers: Intl.NumberFormat;
  readonly #differences: Intl.NumberFormat;
  readonly #shares: Intl.NumberFormat;
  readonly #dateTimes: Intl.DateTimeFormat;
  readonly #moments: Intl.DateTimeFormat;
  readonly #days: Intl.DateTimeFormat;
  readonly #shortDays: Intl.DateTimeFormat;
  readonly #ages: Intl.RelativeTimeFormat;
  readonly #lists: Intl.ListFormat;

  constructor(language: Language) {
    this.language = language;
    this.#numbers = new Intl.NumberFormat(language);
    this.#differences = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' });
    this.#shares = new Intl.NumberFormat(language, { style: 'percent', roundingMode: 'trunc' });
    this.#dateTimes = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    this.#moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
    this.#days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
    this.#shortDays = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeZone: 'UTC' });
    this.#ages = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    this.#lists = new Intl.ListFormat(language, { type: 'conjunction' });
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  /** With its sign: `+3`. */
  difference(value: number): string {
    return this.#differences.format(value);
  }

  /** Of 0 to 1, in percent; 100 % only when it is all. */
  share(value: number): string {
    return this.#shares.format(value);
  }

  dateTime(instant: string): string {
    return this.#dateTimes.format(Date.parse(instant));
  }

  /** To the second, for what may happen several times a minute. */
  moment(instant: string): string {
    return this.#moments.format(Date.parse(instant));
  }

  /** `YYYY-MM-DD`, a day of the calendar and no instant. */
  day(day: string): string {
    return this.#days.format(Date.parse(day));
  }

  /** Where many days stand beside each other. */
  shortDay(day: string): string {
    return this.#shortDays.format(Date.parse(day));
  }

  /** How long ago: "3 hours ago". */
  age(instant: string, now: Date): string {
    const seconds = Math.round((Date.parse(instant) - now.getTime()) / SECOND_MS);
    const unit = UNITS.find(([, length]) => Math.abs(seconds) >= length);
    if (unit === undefined) return this.#ages.format(seconds, 'second');
    const [name, length] = unit;
    return this.#ages.format(Math.round(seconds / length), name);
  }

  list(values: readonly string[]): string {
    return this.#lists.format(values);
  }
}
