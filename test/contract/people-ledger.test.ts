import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { DynamoDbPeopleLedger } from '../../shared/adapters/dynamodb/people-ledger.ts';
import type { EmailLookup, LedgerEntry, LedgerPerson, Shard, ShardPlan } from '../../shared/domain/ledger.ts';
import type { Person } from '../../shared/domain/person.ts';
import { lookupEmailsOf } from '../../shared/domain/person-summary.ts';
import type { PeopleLedger } from '../../shared/ports.ts';
import { StepwisePeopleLedger } from '../faults/simulation/stepwise-people-ledger.ts';
import { email } from '../support/accounts.ts';
import { InMemoryPeopleLedger } from '../support/fakes/in-memory-people-ledger.ts';
import { describeLedgerPort } from './describe-ledger-port.ts';
import { BARE_PERSON, FULL_PERSON, ledgerPerson, personId, SHARD } from './samples.ts';

const NOTHING: ShardPlan = { unsettles: [], lookupPuts: [], lookupDeletes: [], puts: [], deletes: [] };

function entryOf({ person, ...entry }: LedgerPerson): LedgerEntry {
  return { ...entry, lookupEmails: lookupEmailsOf(person) };
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function lookup(address: string, number: number): EmailLookup {
  return { email: email(address), personId: personId(number) };
}

describeLedgerPort<PeopleLedger>(
  'PeopleLedger',
  {
    // As it is in memory, request by request.
    fake: () => new StepwisePeopleLedger(new InMemoryPeopleLedger(), (_, apply) => apply(), randomUUID),
    dynamoDb: (client, table) => new DynamoDbPeopleLedger(client, table),
  },
  (create) => {
    it.each([
      ['with everything', ledgerPerson(1, { person: FULL_PERSON })],
      ['of whom nothing is known', ledgerPerson(1, { person: BARE_PERSON, consumesSince: null })],
    ])('gives back a person %s as put', async (_, person) => {
      const ledger = await create();
      await ledger.apply({ ...NOTHING, puts: [person] });
      expect(await ledger.get(person.id)).toEqual(person);
      expect(await ledger.readShard(SHARD)).toEqual([entryOf(person)]);
    });

    it('knows nobody who was not put', async () => {
      const ledger = await create();
      expect(await ledger.get(personId(1))).toBeNull();
      expect(await ledger.readShard(SHARD)).toEqual([]);
      expect(await ledger.findLookups(email('nobody@example.com'))).toEqual([]);
    });

    it('replaces all of a person: what is unknown now is not kept from before', async () => {
      const ledger = await create();
      await ledger.apply({ ...NOTHING, puts: [ledgerPerson(1, { person: FULL_PERSON })] });
      const after = ledgerPerson(1, { person: BARE_PERSON, consumesSince: null });
      await ledger.apply({ ...NOTHING, puts: [after] });
      expect(await ledger.get(after.id)).toEqual(after);
    });

    it('removes people', async () => {
      const ledger = await create();
      await ledger.apply({ ...NOTHING, puts: [ledgerPerson(1), ledgerPerson(2)] });
      await ledger.apply({ ...NOTHING, deletes: [personId(1), personId(3)] });
      expect(await ledger.readShard(SHARD)).toEqual([entryOf(ledgerPerson(2))]);
      expect(await ledger.get(personId(1))).toBeNull();
    });

    it('reads a shard without the others', async () => {
      const ledger = await create();
      const elsewhere = ledgerPerson(1, { id: personId(1, 'a8' as Shard) });
      await ledger.apply({ ...NOTHING, puts: [ledgerPerson(1), elsewhere] });
      expect(await ledger.readShard(SHARD)).toEqual([entryOf(ledgerPerson(1))]);
      expect(await ledger.readShard('a8' as Shard)).toEqual([entryOf(elsewhere)]);
    });

    it('leaves no note of a plan that was applied to its end', async () => {
      const ledger = await create();
      await ledger.apply({ ...NOTHING, puts: [ledgerPerson(1)] });
      const unsettles = [{ id: personId(1), lookupEmails: [email('after@example.com')] }];
      await ledger.apply({ ...NOTHING, unsettles, puts: [ledgerPerson(1)] });
      expect(await ledger.readNotes()).toEqual([]);
      expect(await ledger.readShard(SHARD)).toEqual([entryOf(ledgerPerson(1))]);
    });

    it('finds every person that an address leads to', async () => {
      const ledger = await create();
      const lookups = [lookup('shared@example.com', 1), lookup('shared@example.com', 2)];
      await ledger.apply({ ...NOTHING, lookupPuts: [...lookups, lookup('other@example.com', 3)] });
      const found = await ledger.findLookups(email('shared@example.com'));
      expect([...found].sort((a, b) => (a.personId < b.personId ? -1 : 1))).toEqual(lookups);
    });

    it('removes look-ups, each for the person named only', async () => {
      const ledger = await create();
      const lookupPuts = [lookup('shared@example.com', 1), lookup('shared@example.com', 2)];
      await ledger.apply({ ...NOTHING, lookupPuts });
      await ledger.apply({ ...NOTHING, lookupDeletes: [lookup('shared@example.com', 1)] });
      expect(await ledger.findLookups(email('shared@example.com'))).toEqual([
        lookup('shared@example.com', 2),
      ]);
    });

    it('comes to the same when a plan is applied again', async () => {
      const ledger = await create();
      const plan: ShardPlan = {
        unsettles: [{ id: personId(1), lookupEmails: [email('former@example.com')] }],
        lookupPuts: [lookup('shared@example.com', 1)],
        lookupDeletes: [lookup('former@example.com', 1)],
        puts: [ledgerPerson(1)],
        deletes: [personId(2)],
      };
      await ledger.apply(plan);
      await ledger.apply(plan);
      expect(await ledger.readShard(SHARD)).toEqual([entryOf(ledgerPerson(1))]);
      expect(await ledger.findLookups(email('shared@example.com'))).toEqual(plan.lookupPuts);
    });

    it('writes and removes more people than fit into one batch', async () => {
      const ledger = await create();
      const people = Array.from({ length: 103 }, (_, number) => ledgerPerson(number));
      await ledger.apply({ ...NOTHING, puts: people });
      expect(byId(await ledger.readShard(SHARD))).toEqual(people.map(entryOf));
      await ledger.apply({ ...NOTHING, deletes: people.map(({ id }) => id) });
      expect(await ledger.readShard(SHARD)).toEqual([]);
    });

    it('reads a shard of 2 MB, which takes more than one reply', async () => {
      const ledger = await create();
      const people = Array.from({ length: 40 }, (_, number) =>
        ledgerPerson(number, { person: personOf50Kilobytes(number) }),
      );
      await ledger.apply({ ...NOTHING, puts: people });
      expect(byId(await ledger.readShard(SHARD))).toEqual(people.map(entryOf));
    });
  },
);

function personOf50Kilobytes(number: number): Person {
  const verifiedEmails = Array.from({ length: 500 }, (_, alias) =>
    email(`person-${number}-alias-${alias}-${'x'.repeat(20)}@example.com`),
  );
  return {
    ...BARE_PERSON,
    cloudAccount: { login: 'l', verifiedEmails, samlNameId: null, licenseType: null },
  };
}
