import * as z from 'zod';
import type { LicenseType } from '../domain/account.ts';
import { CHANGE_KINDS, type PeopleChange, type PersonState } from '../domain/changes.ts';
import { CONSUMPTION_REASONS, type ConsumptionReason } from '../domain/consumption.ts';
import { type Consumption, MATCH_RULES } from '../domain/person.ts';
import { compactList } from './compact-list.ts';
import { storedAccountKey, storedInstant, storedLicenseType, storedPersonId } from './stored-values.ts';

/** A person's id, accounts, rules of the matches, reason of the consumption, and license type. */
const storedState = z.tuple([
  storedPersonId,
  z.array(storedAccountKey),
  z.array(z.enum(MATCH_RULES)),
  z.enum(CONSUMPTION_REASONS),
  storedLicenseType.nullable(),
]);

type StoredState = z.infer<typeof storedState>;

const CONSUMPTIONS = new Map<string, Consumption>();

const storedChange = z.object({
  kind: z.enum(CHANGE_KINDS),
  before: z.array(storedState),
  after: z.array(storedState),
});

/** A line of a report's states, without its line feed. */
export function stateLine(state: PersonState): string {
  return JSON.stringify(storeState(state));
}

/** Throws SyntaxError or ZodError when the line is not one of `stateLine`. */
export function parseStateLine(line: string): PersonState {
  return restoreState(storedState.parse(JSON.parse(line)));
}

/** A line of a report's changes, without its line feed. */
export function changeLine({ kind, before, after }: PeopleChange): string {
  const stored: z.infer<typeof storedChange> = {
    kind,
    before: before.map(storeState),
    after: after.map(storeState),
  };
  return JSON.stringify(stored);
}

/** Throws SyntaxError or ZodError when the line is not one of `changeLine`. */
export function parseChangeLine(line: string): PeopleChange {
  const { kind, before, after } = storedChange.parse(JSON.parse(line));
  return { kind, before: before.map(restoreState), after: after.map(restoreState) };
}

function storeState({ id, accounts, matchedBy, consumption }: PersonState): StoredState {
  return [id, accounts.slice(), matchedBy.slice(), consumption.reason, consumption.licenseType];
}

function restoreState([id, accounts, matchedBy, reason, licenseType]: StoredState): PersonState {
  return {
    id,
    accounts: compactList(accounts),
    matchedBy: compactList(matchedBy),
    consumption: sharedConsumption(reason, licenseType),
  };
}

/** A license is consumed when it has a type. There are few kinds of consumption, and states of everybody in memory. */
function sharedConsumption(reason: ConsumptionReason, licenseType: LicenseType | null): Consumption {
  const key = `${reason} ${licenseType}`;
  const consumption = CONSUMPTIONS.get(key) ?? { consumes: licenseType !== null, reason, licenseType };
  CONSUMPTIONS.set(key, consumption);
  return consumption;
}

/** Where each block is, in bytes: a gzip member of its own inside a longer object. */
const blocks = z.array(z.object({ offset: z.int(), length: z.int() }));

export const statesIndex = z.object({ format: z.literal('states-index/1'), blocks });

export type StatesIndex = z.infer<typeof statesIndex>;

/** Every block but the last holds `changes_per_block` of them. `revision`: see `reportKey`. */
export const changesIndex = z.object({
  format: z.literal('changes-index/1'),
  changes_per_block: z.int().positive(),
  blocks,
  revision: z.int().default(0),
});

export type ChangesIndex = z.infer<typeof changesIndex>;

/** The merges that changed people, up to the report's own: oldest first, with how many changes each found. */
export const changesLog = z.object({
  format: z.literal('changes-log/1'),
  merges: z.array(z.object({ merge_id: z.string(), merged_at: storedInstant, changes: z.int().positive() })),
});

export type ChangesLog = z.infer<typeof changesLog>;
export type LoggedMerge = ChangesLog['merges'][number];
