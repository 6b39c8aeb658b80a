import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AddressSharers } from '../../../../shared/domain/findings/address-sharers.ts';

const ADDRESSES = 20;
const address = fc.nat(ADDRESSES - 1);

test('whoever shares an address is told with it, each once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(address, { maxLength: 4 }), { size: '+1' }), (people) => {
      const sharers = new AddressSharers(ADDRESSES);
      for (const [position, addresses] of people.entries()) {
        for (const email of addresses) sharers.note(email, position);
      }
      const positionsOf = Map.groupBy(
        people.flatMap((addresses, position) =>
          [...new Set(addresses)].map((email) => ({ email, position })),
        ),
        ({ email }) => email,
      );
      const shared = [...positionsOf].filter(([, noted]) => noted.length > 1);
      expect(new Map(sharers.shared())).toEqual(
        new Map(shared.map(([email, noted]) => [email, noted.map(({ position }) => position)])),
      );
    }),
  );
});
