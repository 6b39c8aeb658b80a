import { type PeopleBody, peopleSchema } from '../../../../shared/contracts/http/people.ts';
import { type PersonBody, personSchema } from '../../../../shared/contracts/http/person.ts';
import type { Api } from './api.ts';

export type { PeopleBody, PersonBody };
export type PersonSummary = PeopleBody['people'][number];

export const PEOPLE_PER_PAGE = 30;

/** Who is looked for, in the words of the API. Empty is whatever. */
export interface PeopleSearch {
  /** The beginning of a login or an address, or an exact address. */
  readonly by: 'q' | 'email';
  readonly text: string;
  readonly consumes: string;
  readonly reason: string;
  readonly deployment: string;
  readonly source: string;
  readonly several_instances: string;
  /** From 1. */
  readonly page: number;
}

export function readPeople(
  api: Api,
  { by, text, ...filters }: PeopleSearch,
  signal: AbortSignal,
): Promise<PeopleBody> {
  const query = { [by]: text, ...filters, per_page: PEOPLE_PER_PAGE };
  return api.get('/people', peopleSchema, { query, signal });
}

export function readPerson(api: Api, id: string, signal: AbortSignal): Promise<PersonBody> {
  return api.get(`/people/${encodeURIComponent(id)}`, personSchema, { signal });
}
