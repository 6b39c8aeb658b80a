import * as z from 'zod';
import { CONSUMPTION_REASONS } from '../domain/consumption.ts';
import type { PersonKind } from '../domain/people-filter.ts';
import { storedHostName } from './stored-values.ts';

/** What filters look at, of everybody: the kinds there are, and by number which of them each person is of. */
export const peopleKinds = z
  .object({
    format: z.literal('people-kinds/1'),
    kinds: z.array(
      z.object({
        reason: z.enum(CONSUMPTION_REASONS),
        cloud: z.boolean(),
        host_names: z.array(storedHostName),
      }),
    ),
    /** In the order of the report's people. */
    kind_of_people: z.array(z.int()),
  })
  .transform(({ kinds, kind_of_people: kindOfPeople }) => ({
    kinds: kinds.map(
      ({ reason, cloud, host_names: hostNames }): PersonKind => ({
        reason,
        hasCloudAccount: cloud,
        hostNames,
      }),
    ),
    kindOfPeople,
  }));

export type PeopleKinds = z.output<typeof peopleKinds>;

export function storedPeopleKinds({ kinds, kindOfPeople }: PeopleKinds): z.input<typeof peopleKinds> {
  return {
    format: 'people-kinds/1',
    kinds: kinds.map(({ reason, hasCloudAccount, hostNames }) => ({
      reason,
      cloud: hasCloudAccount,
      host_names: [...hostNames],
    })),
    kind_of_people: kindOfPeople,
  };
}
