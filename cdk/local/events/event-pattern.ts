type Value = string | number | boolean | null;

/** Every field that it names has one of the values listed; other fields do not matter. */
export interface EventPattern {
  readonly [field: string]: readonly Value[] | EventPattern;
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html, as far as exact values go. */
export function matchesPattern(event: unknown, pattern: EventPattern): boolean {
  const fields: Readonly<Record<string, unknown>> = Object(event);
  return Object.entries(pattern).every(([name, expected]) => {
    const value = fields[name];
    if (!isValues(expected)) return matchesPattern(value, expected);
    // Of a list any item will do.
    const values = Array.isArray(value) ? value : [value];
    return values.some((item) => expected.includes(item));
  });
}

function isValues(expected: readonly Value[] | EventPattern): expected is readonly Value[] {
  return Array.isArray(expected);
}
