import fc from 'fast-check';
import { FAILURES } from '../peers/faults/fault.ts';
import { isQuery, type Operation } from '../peers/http/peer-request.ts';
import { DEFAULT_INSTANCES } from './enterprise/instances.ts';
import { type Fault, PATIENCE_MS, type PeerPlan, type Troubles } from './peer-faults.ts';

const CLOUD_OPERATIONS: readonly Operation[] = [
  'consumed-licenses',
  'license-sync-status',
  'linked-identities',
  'server-installations',
  'server-accounts',
  'other-query',
];

const INSTANCE_OPERATIONS: readonly Operation[] = ['users-report', 'license-settings', 'user-stats'];

/** GitHub's REST API knows no errors of GraphQL. */
const REST_FAILURES = FAILURES.filter(({ kind }) => kind !== 'graphql-error');

const QUERY_FAILURES: readonly Fault[] = [
  ...FAILURES,
  { kind: 'graphql-error', type: 'NOT_FOUND' },
  { kind: 'graphql-error', type: 'INSUFFICIENT_SCOPES' },
  { kind: 'graphql-error', type: 'RATE_LIMITED' },
  { kind: 'partial-data' },
];

/** Seldom, for the time that it takes. */
const TOO_SLOW: Fault = { kind: 'slow', ms: 10 * PATIENCE_MS };

const NOT_IN_TIME: Troubles = {
  first: [...Array<Fault>(3).fill({ kind: 'status', status: 503 }), TOO_SLOW],
  otherwise: null,
};

/** Pulls whose last attempt is not answered in time. */
export const SLOW_PLAN: PeerPlan = {
  'cloud consumed-licenses': NOT_IN_TIME,
  'cloud linked-identities': NOT_IN_TIME,
  [`server:${DEFAULT_INSTANCES[0]} users-report`]: NOT_IN_TIME,
};

const DETOURS: readonly Fault[] = [{ kind: 'slow', ms: 5 }, { kind: 'redirect' }];

const REST_LIES: readonly Fault[] = [
  { kind: 'wrong-totals', by: 1 },
  { kind: 'empty-page' },
  { kind: 'no-link' },
  { kind: 'foreign-link', to: 'https://elsewhere.example.com/' },
  { kind: 'endless-pages' },
];

const QUERY_LIES: readonly Fault[] = [
  { kind: 'wrong-totals', by: 1 },
  { kind: 'wrong-totals', by: -1 },
  { kind: 'moved-rows', by: 1 },
  { kind: 'moved-rows', by: -1 },
  { kind: 'empty-page' },
  { kind: 'endless-pages' },
  { kind: 'new-upload' },
];

/** Each request may fail in any way, or lie in the one way of its operation; some operations do so always. */
export const somePlan: fc.Arbitrary<PeerPlan> = fc.record(
  Object.fromEntries([
    ...CLOUD_OPERATIONS.map((operation) => [`cloud ${operation}`, someTroubles(operation)]),
    ...DEFAULT_INSTANCES.flatMap((host) =>
      INSTANCE_OPERATIONS.map((operation) => [`server:${host} ${operation}`, someTroubles(operation)]),
    ),
  ]),
);

function someTroubles(operation: Operation): fc.Arbitrary<Troubles> {
  const [failures, lies] = isQuery(operation) ? [QUERY_FAILURES, QUERY_LIES] : [REST_FAILURES, REST_LIES];
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
