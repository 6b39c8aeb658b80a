import { expect, test } from 'vitest';
import { type LedgerEntry, UNSETTLED } from '../../../shared/domain/ledger.ts';
import { asNoted, unsettledPeople } from '../../../shared/domain/unsettled.ts';
import { ledgerPerson, personId } from '../../contract/samples.ts';
import { email } from '../../support/accounts.ts';

const [a, b, c] = [email('a@example.com'), email('b@example.com'), email('c@example.com')];

function entry(number: number): LedgerEntry {
  const { person: _, ...rest } = ledgerPerson(number);
  return { ...rest, lookupEmails: [a] };
}

test('of somebody noted the digest is not believed, and every address may have a look-up', () => {
  const noted = unsettledPeople([
    { id: 'note-1', people: [{ id: personId(1), lookupEmails: [a, c] }] },
    { id: 'note-2', people: [{ id: personId(1), lookupEmails: [b] }] },
  ]);
  expect(asNoted(entry(1), noted)).toEqual({ ...entry(1), digest: UNSETTLED, lookupEmails: [a, b, c] });
});

test('everybody else is as stored', () => {
  const noted = unsettledPeople([{ id: 'note', people: [{ id: personId(1), lookupEmails: [b] }] }]);
  expect(asNoted(entry(2), noted)).toEqual(entry(2));
});
