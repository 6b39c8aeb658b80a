import type { Random } from './random.ts';

/** Names as they come: with letters that fold, quotes and commas that a CSV must escape, and other scripts. */
const GIVEN_NAMES = [
  'Mona',
  'Hubot',
  'Zoë',
  'José',
  'Søren',
  'Ayşe',
  'Łukasz',
  'Mary-Ann',
  'Minh',
  '지우',
] as const;
const FAMILY_NAMES = [
  'Lisa',
  'Müller',
  "O'Brien",
  'Nuñez',
  'de la Cruz',
  'Smith, Jr.',
  'King "Rex" Cole',
  'Nguyễn',
  '김',
  'Åkesson',
] as const;

export interface Identity {
  readonly name: string;
  /** Letters, digits and hyphens; no two humans share one. */
  readonly login: string;
  /** The part of an address before the `@`; no two humans share one. */
  readonly mailbox: string;
}

export function identityOf(index: number, random: Random): Identity {
  const given = random.pick(GIVEN_NAMES);
  const family = random.pick(FAMILY_NAMES);
  const words = [slug(given), slug(family)].filter((word) => word !== '');
  const login = [...words, index].join('-');
  return {
    name: `${given} ${family}`,
    // GitHub keeps the case in which a login was chosen and compares without it.
    login: random.chance(20) ? login.toUpperCase() : login,
    mailbox: [...words, index].join('.'),
  };
}

function slug(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
