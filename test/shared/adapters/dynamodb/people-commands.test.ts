import { describe, expect, it } from 'vitest';
import {
  getPerson,
  lookupWrites,
  peopleWrites,
  queryLookups,
  queryShard,
  unsettleEntry,
} from '../../../../shared/adapters/dynamodb/people-commands.ts';
import { type ShardPlan, UNSETTLED } from '../../../../shared/domain/ledger.ts';
import { BARE_PERSON, ledgerPerson, personId, SHARD } from '../../../contract/samples.ts';
import { email } from '../../../support/accounts.ts';

const TABLE = 'ledger';
const NOTHING: ShardPlan = { unsettles: [], lookupPuts: [], lookupDeletes: [], puts: [], deletes: [] };

describe('people', () => {
  it('are compared by no more than what the comparison needs', () => {
    expect(queryShard(TABLE, SHARD)).toEqual({
      TableName: 'ledger',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'people#a7' },
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

  it('are noted as unsettled only when they are there', () => {
    const entry = { id: personId(1), lookupEmails: [email('a@example.com')] };
    expect(unsettleEntry(TABLE, entry)).toEqual({
      TableName: 'ledger',
      Key: { pk: 'people#a7', sk: personId(1) },
      UpdateExpression: 'SET digest = :unsettled, lookup_emails = :lookup_emails',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':unsettled': UNSETTLED, ':lookup_emails': ['a@example.com'] },
    });
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
