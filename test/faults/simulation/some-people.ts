import type { Random } from '../../support/enterprise/random.ts';

/** Of nine. */
export function somePeople(random: Random): number[] {
  const people = random.shuffled([1, 2, 3, 4, 5, 6, 7, 8, 9]).slice(0, random.int(1, 9));
  return people.sort((a, b) => a - b);
}
