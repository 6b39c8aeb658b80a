import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Email } from '../../../../shared/domain/email.ts';
import { hashOf } from '../../../../shared/domain/email-hashes.ts';
import { AddressSharers } from '../../../../shared/domain/findings/address-sharers.ts';

const email = fc.oneof(
  fc.constantFrom('a@x.io', 'b@x.io'),
  fc.nat(5000).map((number) => `${number}@x.io`),
);

test('whoever shares an address is a candidate under its hash, each once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(email, { maxLength: 4 }), { size: '+1' }), (people) => {
      const sharers = new AddressSharers();
      for (const [position, emails] of people.entries()) {
        for (const address of emails) sharers.note(address as Email, position);
      }
      const candidates = new Map(sharers.candidates());
      const sharing = Map.groupBy(
        people.flatMap((emails, position) => [...new Set(emails)].map((address) => ({ address, position }))),
        ({ address }) => hashOf(address as Email),
      );
      for (const [hash, noted] of sharing) {
        const positions = [...new Set(noted.map(({ position }) => position))];
        expect(candidates.get(hash)).toEqual(positions.length > 1 ? positions : undefined);
      }
    }),
  );
});

test('more addresses than there is room for at first are kept apart', () => {
  const sharers = new AddressSharers();
  for (let position = 0; position < 3000; position++) sharers.note(`${position}@x.io` as Email, position);
  sharers.note('7@x.io' as Email, 3000);
  expect([...sharers.candidates()]).toContainEqual([hashOf('7@x.io' as Email), [7, 3000]]);
});
