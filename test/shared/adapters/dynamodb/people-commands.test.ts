import { describe, expect, it } from 'vitest';
import {
  getPerson,
  lookupWrites,
  notePuts,
  peopleWrites,
  queryLookups,
  queryShard,
} from '../../../../shared/adapters/dynamodb/people-commands.ts';
import { notesOf } from '../../../../shared/contracts/ledger/unsettled-item.ts';
import type { ShardPlan } from '../../../../shared/domain/ledger.ts';
import { BARE_PERSON, ledgerPerson, personId, SHARD } from '../../../contract/samples.ts';
import { email } from '../../../support/accounts.ts';

const TABLE = 'ledger';
const NOTHING: ShardPlan = { unsettles: [], lookupPuts: [], lookupDeletes: [], puts: [], deletes: [] };

describe('people', () => {
  it('are compared by no more than what the comparison needs', () => {
    expect(queryShard(TABLE, SHARD)).toEqual({
      TableName: 'ledger',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'people#a7' } },
      ProjectionExpression:
        'sk, schema_version, digest, first_seen_at, consumes_since, added_in, changed_in, lookup_emails',
      ConsistentRead: true,
    });
  });

  it('are read in the shard that their id names', () => {
    expect(getPerson(TABLE, personId(1))).toMatchObject({ Key: { pk: 'people#a7', sk: personId(1) } });
  });

  it('are put whole, with the addresses of their look-ups, and without what is unknown', () => {
    const person = ledgerPerson(1, {
      consumesSince: null,
      person: { ...BARE_PERSON, visualStudioSubscriptions: [email('vs@example.com')] },
    });
    const [put] = peopleWrites({
      unsettles: [],
      lookupPuts: [],
      lookupDeletes: [],
      puts: [person],
      deletes: [],
    });
    expect(put).toEqual({
      PutRequest: {
        Item: {
          pk: 'people#a7',
          sk: personId(1),
          schema_version: 1,
          digest: 'digest-1',
          first_seen_at: '2026-01-01T00:00:00.000Z',
          added_in: 1,
          changed_in: 2,
          lookup_emails: ['vs@example.com'],
          person: JSON.stringify({
            key: 'account:ghe-b.example.com:8',
            server_accounts: [{ host_name: 'ghe-b.example.com', user_id: 8 }],
            visual_studio_subscriptions: ['vs@example.com'],
            matches: [],
            ambiguities: [],
            consumption: { consumes: false, reason: 'suspended' },
          }),
        },
      },
    });
  });

  it('are noted with the addresses of their look-ups, in one item for many of them', () => {
    const entries = [1, 2].map((number) => ({
      id: personId(number),
      lookupEmails: [email('a@example.com')],
    }));
    const item = {
      pk: 'unsettled',
      sk: 'note-1',
      schema_version: 1,
      people: { [personId(1)]: ['a@example.com'], [personId(2)]: ['a@example.com'] },
    };
    expect(notePuts(notesOf(entries, () => 'note-1'))).toEqual([{ PutRequest: { Item: item } }]);
  });

  it('are deleted by key', () => {
    expect(peopleWrites({ ...NOTHING, deletes: [personId(2)] })).toEqual([
      { DeleteRequest: { Key: { pk: 'people#a7', sk: personId(2) } } },
    ]);
  });

  it('are found by look-ups in the partition of the address', () => {
    const lookup = { email: email('a@example.com'), personId: personId(1) };
    const key = { pk: 'email#a@example.com', sk: personId(1) };
    expect(lookupWrites({ ...NOTHING, lookupPuts: [lookup], lookupDeletes: [lookup] })).toEqual([
      { PutRequest: { Item: { ...key, schema_version: 1 } } },
      { DeleteRequest: { Key: key } },
    ]);
    expect(queryLookups(TABLE, lookup.email)).toMatchObject({
      ExpressionAttributeValues: { ':pk': 'email#a@example.com' },
    });
  });
});
