import fc from 'fast-check';
import { FAILURES } from '../peers/faults/fault.ts';
import { isQuery, type Operation } from '../peers/http/peer-request.ts';
import { DEFAULT_INSTANCES } from './enterprise/instances.ts';
import { type Fault, PATIENCE_MS, type PeerPlan, type Troubles } from './peer-faults.ts';

interface Ways {
  readonly failures: readonly Fault[];
  readonly lies: readonly Fault[];
}

const LIES: readonly Fault[] = [
  { kind: 'wrong-totals', by: 1 },
  { kind: 'empty-page' },
  { kind: 'endless-pages' },
];

const WAYS_OF_REST: Ways = {
  // It knows no errors of GraphQL.
  failures: FAILURES.filter(({ kind }) => kind !== 'graphql-error'),
  lies: [...LIES, { kind: 'no-link' }, { kind: 'foreign-link', to: 'https://elsewhere.example.com/' }],
};

const WAYS_OF_QUERIES: Ways = {
  failures: [
    ...FAILURES,
    { kind: 'graphql-error', type: 'NOT_FOUND' },
    { kind: 'graphql-error', type: 'INSUFFICIENT_SCOPES' },
    { kind: 'graphql-error', type: 'RATE_LIMITED' },
    { kind: 'partial-data' },
  ],
  lies: [
    ...LIES,
    { kind: 'wrong-totals', by: -1 },
    { kind: 'moved-rows', by: 1 },
    { kind: 'moved-rows', by: -1 },
    { kind: 'new-upload' },
  ],
};

/** Right answers in an unusual way. */
const DETOURS: readonly Fault[] = [{ kind: 'slow', ms: 5 }, { kind: 'redirect' }];

const TOO_SLOW: Fault = { kind: 'slow', ms: 10 * PATIENCE_MS };

/** That nothing can be had by. */
export const TOTAL_FAILURES = WAYS_OF_REST.failures;

/** But for what is too slow, which takes its time. */
export const EVERY_FAULT: ReadonlySet<Fault> = new Set([
  ...DETOURS,
  ...WAYS_OF_REST.failures,
  ...WAYS_OF_QUERIES.failures,
  ...WAYS_OF_REST.lies,
  ...WAYS_OF_QUERIES.lies,
]);

const CLOUD_OPERATIONS = [
  'consumed-licenses',
  'license-sync-status',
  'linked-identities',
  'server-installations',
  'server-accounts',
  'other-query',
] as const satisfies Operation[];

const INSTANCE_OPERATIONS = ['users-report', 'license-settings', 'user-stats'] as const satisfies Operation[];

/** Everything that is asked of anybody. */
const SLOTS = [
  ...CLOUD_OPERATIONS.map((operation) => ({ slot: `cloud ${operation}`, operation })),
  ...DEFAULT_INSTANCES.flatMap((hostName) =>
    INSTANCE_OPERATIONS.map((operation) => ({ slot: `server:${hostName} ${operation}`, operation })),
  ),
];

/** Every request that can be answered so is. */
export function everywhere(fault: Fault): PeerPlan {
  const troubles: Troubles = { first: [], otherwise: fault };
  const slots = SLOTS.filter(({ operation }) => canBe(fault, operation));
  return Object.fromEntries(slots.map(({ slot }) => [slot, troubles]));
}

/** The list of installations is there; then identities, and every page but the first, are answered so. */
export function midway(fault: Fault): PeerPlan {
  const fromSecond: Troubles = { first: [null], otherwise: fault };
  const { 'cloud linked-identities': identities } = everywhere(fault);
  return {
    ...(canBe(fault, 'consumed-licenses') ? { 'cloud consumed-licenses': fromSecond } : {}),
    ...(canBe(fault, 'server-accounts') ? { 'cloud server-accounts': fromSecond } : {}),
    ...(identities === undefined ? {} : { 'cloud linked-identities': identities }),
  };
}

function canBe(fault: Fault, operation: Operation): boolean {
  const { failures, lies } = waysOf(operation);
  return [...failures, ...lies, ...DETOURS].includes(fault);
}

function waysOf(operation: Operation): Ways {
  return isQuery(operation) ? WAYS_OF_QUERIES : WAYS_OF_REST;
}

const NOT_IN_TIME: Troubles = {
  first: [...Array<Fault>(3).fill({ kind: 'status', status: 503 }), TOO_SLOW],
  otherwise: null,
};

/** The last attempts of some pulls are not answered in time. */
export const TOO_SLOW_PLAN: PeerPlan = {
  'cloud consumed-licenses': NOT_IN_TIME,
  'cloud linked-identities': NOT_IN_TIME,
  [`server:${DEFAULT_INSTANCES[0]} users-report`]: NOT_IN_TIME,
};

/** Each request may fail in any way, or lie in the one way of its operation; some operations do so always. */
export const somePlan: fc.Arbitrary<PeerPlan> = fc.record(
  Object.fromEntries(SLOTS.map(({ slot, operation }) => [slot, someTroubles(operation)])),
);

function someTroubles(operation: Operation): fc.Arbitrary<Troubles> {
  const { failures, lies } = waysOf(operation);
  const aFault = fc.oneof(
    { weight: 6, arbitrary: oneOf(failures) },
    { weight: 3, arbitrary: oneOf(['lie']) },
    { weight: 1, arbitrary: oneOf(DETOURS) },
  );
  const aFaultOrNone = fc.oneof(
    { weight: 40, arbitrary: aFault },
    { weight: 40, arbitrary: oneOf([null]) },
    { weight: 1, arbitrary: oneOf([TOO_SLOW]) },
  );
  const some = fc.array(aFaultOrNone, { minLength: 1, maxLength: 6 });
  const none = fc.constant<Drawn[]>([]);
  const script = fc.oneof(
    { weight: 6, arbitrary: fc.record({ first: none, otherwise: oneOf([null]) }) },
    { weight: 3, arbitrary: fc.record({ first: some, otherwise: oneOf([null]) }) },
    { weight: 1, arbitrary: fc.record({ first: none, otherwise: aFault }) },
  );
  return fc.tuple(script, fc.constantFrom(...lies)).map(([{ first, otherwise }, lie]) => {
    const told = (drawn: Drawn) => (drawn === 'lie' ? lie : drawn);
    return { first: first.map(told), otherwise: told(otherwise) };
  });
}

/** Which lie it is, is drawn once. */
type Drawn = Fault | 'lie' | null;

function oneOf(drawn: readonly Drawn[]): fc.Arbitrary<Drawn> {
  return fc.constantFrom(...drawn);
}
