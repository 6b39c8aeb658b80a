import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { PULL_FAILURES, type Pull, type PullFailure } from '../../shared/domain/sync-run.ts';
import type { PullCall, ServerInstallation } from '../../shared/github-ports.ts';
import { host } from './accounts.ts';
import { type Ask, fails, type GitHubScript, gives } from './github-script.ts';
import { cloudUsage, identitiesOf, numbers, serverUsage } from './sync-sources.ts';

/** In answers that came too late, and in no other. */
export const LATE_LOGIN = 'user-0099';
const LATE_PERSON = 99;
const MOST_PEOPLE = 8;
const LONG_AGO = '2020-01-01T00:00:00.000Z';

/** How one pull is answered. */
export type Answer =
  /** `old` was observed before everything else; `wiping` knows nobody. */
  | { readonly kind: 'good' | 'old' | 'wiping'; readonly people: readonly number[] }
  | { readonly kind: 'fails'; readonly failure: PullFailure }
  /** With an error that nobody foresaw. */
  | { readonly kind: 'breaks' }
  | { readonly kind: 'hangs'; readonly obeysSignal: boolean }
  /** With a complete answer, after the deadline. */
  | { readonly kind: 'comes-late' };

/** Pulled through GitHub Connect, by themselves, and in both ways. */
const INSTALLATIONS = ['ghes-a', 'ghes-c'];
const REPORTING = ['ghes-b', 'ghes-c'];

/** Every pull there can be, as `<kind> <source>`. */
export const PULLS = [
  'consumed-licenses cloud',
  'linked-identities cloud',
  'license-sync-status cloud',
  'server-installations cloud',
  ...INSTALLATIONS.map((name) => `server-accounts server:${name}`),
  ...REPORTING.map((name) => `users-report server:${name}`),
];

/** The answers of one run, by pull. */
export type Answers = Readonly<Record<string, Answer>>;

const somePeople = fc.subarray(numbers(MOST_PEOPLE), { minLength: 4 });

const anAnswer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 6, arbitrary: somePeople.map((people): Answer => ({ kind: 'good', people })) },
  { weight: 1, arbitrary: somePeople.map((people): Answer => ({ kind: 'old', people })) },
  { weight: 1, arbitrary: fc.constant<Answer>({ kind: 'wiping', people: [] }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...PULL_FAILURES).map((failure): Answer => ({ kind: 'fails', failure })),
  },
  { weight: 1, arbitrary: fc.constant<Answer>({ kind: 'breaks' }) },
  { weight: 1, arbitrary: fc.boolean().map((obeysSignal): Answer => ({ kind: 'hangs', obeysSignal })) },
  { weight: 1, arbitrary: fc.constant<Answer>({ kind: 'comes-late' }) },
);

export const someAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(PULLS.map((pull) => [pull, anAnswer])),
);

/** Everything answered well, with the same people everywhere. */
export function goodAnswers(people: readonly number[]): Answers {
  return Object.fromEntries(PULLS.map((pull) => [pull, { kind: 'good', people } as const]));
}

/** Has GitHub and the instances answer so. `uploadedAt` is that of the installations. */
export function scriptAnswers(github: GitHubScript, answers: Answers, uploadedAt: string): void {
  const answerOf = (pull: string): Answer => answers[pull] ?? { kind: 'breaks' };
  const ask = <Content>(
    pull: string,
    content: (people: readonly number[], observedAt: string) => Content,
    observedNow?: string,
  ): Ask<Content> => {
    const answer = answerOf(pull);
    const at = (call: PullCall) => observedNow ?? call.observedAt;
    switch (answer.kind) {
      case 'good':
      case 'wiping':
        return gives((call) => content(answer.people, at(call)));
      case 'old':
        return gives(() => content(answer.people, LONG_AGO));
      case 'fails':
        return fails(answer.failure);
      case 'breaks':
        return () => Promise.reject(new TypeError('cannot read properties of undefined'));
      case 'hangs':
        return github.hangs(answer);
      case 'comes-late':
        return async (call) => {
          await github.hangs({ obeysSignal: true })(call).catch(nextTurn);
          return content([...numbers(MOST_PEOPLE), LATE_PERSON], at(call));
        };
      default:
        return answer satisfies never;
    }
  };
  github.consumedLicenses = ask('consumed-licenses cloud', cloudUsage);
  github.linkedIdentities = ask('linked-identities cloud', identitiesOf);
  github.licenseSyncStatus = ask('license-sync-status cloud', () => []);
  github.serverInstallations = ask('server-installations cloud', installations(uploadedAt));
  for (const name of INSTALLATIONS) {
    const usage = (people: readonly number[], observedAt: string) =>
      serverUsage(name, people, { observedAt, channel: 'graphql' });
    github.serverAccounts.set(name, ask(`server-accounts server:${name}`, usage, uploadedAt));
  }
  for (const name of REPORTING) {
    const report = (people: readonly number[], observedAt: string) => ({
      snapshot: serverUsage(name, people, { observedAt }),
      crossChecks: [],
    });
    github.reports.set(name, ask(`users-report server:${name}`, report));
  }
}

/** Whether the record of a run that has ended tells of this pull what its answer made of it. */
export function tellsTruth({ state, failure }: Pull, answer: Answer): boolean {
  if (state === 'skipped') return failure === null;
  switch (answer.kind) {
    case 'good':
    case 'old':
    case 'wiping':
      return failure === null && ['completed', 'superseded', 'held'].includes(state);
    case 'fails':
      return state === 'failed' && failure === answer.failure;
    case 'breaks':
      return state === 'failed' && failure === 'internal';
    case 'hangs':
    case 'comes-late':
      return state === 'failed' && failure === 'timed-out';
    default:
      return answer satisfies never;
  }
}

/** A list that knows nobody lists no installation. */
function installations(uploadedAt: string) {
  return (people: readonly number[]): readonly ServerInstallation[] =>
    people.length === 0
      ? []
      : INSTALLATIONS.map((name) => ({ id: `node-${name}`, hostName: host(name), uploadedAt }));
}
