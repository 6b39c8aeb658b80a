import type { PeopleSearch } from '../../api/people.ts';

/** One menu for two parameters, since a reason says already whether a license is consumed. */
export function licenseFilterOf({ consumes, reason }: Pick<PeopleSearch, 'consumes' | 'reason'>): string {
  return reason === '' ? consumes : reason;
}

/** The other way round; a change of the address. */
export function queryOfLicense(license: string): Pick<PeopleSearch, 'consumes' | 'reason'> {
  const isReason = license !== 'true' && license !== 'false';
  return { consumes: isReason ? '' : license, reason: isReason ? license : '' };
}
