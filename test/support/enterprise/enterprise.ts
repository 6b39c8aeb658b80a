import type { SystemUser } from '../../../shared/domain/account.ts';
import { DEFAULT_INSTANCES, type PlantedInstance, plantInstances } from './instances.ts';
import { deckOfKinds, KINDS, type Kind } from './kinds.ts';
import type { Human } from './planted.ts';
import { Planter } from './planter.ts';
import { Random } from './random.ts';
import { systemUsersOf } from './system-users.ts';
import { type Truth, truthOf } from './truth.ts';

export interface EnterpriseOptions {
  /** How many humans are planted, the system users of the instances not among them. */
  readonly people: number;
  readonly seed: number;
  /** Host names, at least three. */
  readonly instances?: readonly string[];
}

export interface Enterprise {
  readonly seed: number;
  readonly instances: readonly PlantedInstance[];
  /**
   * Every human, system users first. Made anew on each call, one at a time, so that an enterprise of any size
   * takes no memory; the same humans in the same order each time.
   */
  readonly humans: () => Iterable<Human<Kind | SystemUser>>;
  readonly truth: Truth;
}

/** A whole enterprise with its own truth: the same seed gives the same enterprise. */
export function generateEnterprise(options: EnterpriseOptions): Enterprise {
  const { people, seed } = options;
  const instances = plantInstances(options.instances ?? DEFAULT_INSTANCES, seed);
  const humans = () => plantHumans(people, seed, instances);
  return { seed, instances, humans, truth: truthOf(humans()) };
}

function* plantHumans(
  people: number,
  seed: number,
  instances: readonly PlantedInstance[],
): Generator<Human<Kind | SystemUser>> {
  yield* instances.flatMap(systemUsersOf);
  const random = new Random(seed);
  const deck = deckOfKinds(random);
  for (let index = 0; index < people; index++) {
    const kind = deck[index % deck.length];
    if (kind === undefined) throw new RangeError('there are no kinds of humans');
    const planter = new Planter({ index, random, instances });
    KINDS[kind].plant(planter);
    yield planter.human(kind);
  }
}
