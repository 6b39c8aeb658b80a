/** The number of each key on a tape: its place among those that are read. */
export function keyNumbers<Key extends string>(keys: readonly Key[]): Readonly<Record<Key, number>> {
  return Object.fromEntries(keys.map((key, number) => [key, number])) as Record<Key, number>;
}
