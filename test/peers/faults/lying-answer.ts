import { cursorOf } from '../graphql/connection.ts';
import type { Answer } from '../http/answer.ts';
import { isQuery, type Operation } from '../http/peer-request.ts';
import type { Fault } from './fault.ts';

/** To what the answer is. */
interface Asked {
  readonly operation: Operation;
  readonly url: URL;
}

/** What a lie makes of an honest answer; every other fault leaves it as it is. */
export function lyingAnswer(answer: Answer, fault: Fault | null, { operation, url }: Asked): Answer {
  switch (fault?.kind) {
    case 'wrong-totals':
      return altered(answer, (key, value) =>
        TOTALS.includes(key) && typeof value === 'number' ? value + fault.by : value,
      );
    case 'empty-page':
      return isJson(answer)
        ? altered(answer, (key, value) => (LISTS.includes(key) && Array.isArray(value) ? [] : value))
        : { ...answer, body: headerOf(answer) };
    case 'partial-data':
      return isQuery(operation) ? partialData(answer) : answer;
    case 'no-link':
      return { ...answer, headers: { ...answer.headers, link: '' } };
    case 'foreign-link':
      return isQuery(operation) ? answer : withNext(answer, fault.to);
    case 'endless-pages':
      return isQuery(operation) ? endless(answer) : withNext(answer, url.href);
    case 'altered':
      return isJson(answer)
        ? { ...answer, body: JSON.stringify(fault.alter(JSON.parse(textOf(answer)))) }
        : { ...answer, body: String(fault.alter(textOf(answer))) };
    default:
      return answer;
  }
}

const TOTALS = [
  'total_seats_consumed',
  'total_seats_purchased',
  'totalCount',
  'seats_used',
  'total_users',
  'admin_users',
  'suspended_users',
];
const LISTS = ['users', 'nodes', 'edges', 'server_instances'];

function isJson({ headers }: Answer): boolean {
  return headers['content-type']?.startsWith('application/json') ?? false;
}

function textOf({ body }: Answer): string {
  return typeof body === 'string' ? body : [...body].join('');
}

function headerOf(answer: Answer): string {
  return textOf(answer).replace(/\n.*$/s, '\n');
}

function altered(answer: Answer, reviver: (key: string, value: unknown) => unknown): Answer {
  return isJson(answer) ? { ...answer, body: JSON.stringify(JSON.parse(textOf(answer), reviver)) } : answer;
}

function withNext(answer: Answer, to: string): Answer {
  const others = (answer.headers.link ?? '')
    .split(', ')
    .filter((link) => link !== '' && !link.endsWith('rel="next"'));
  return { ...answer, headers: { ...answer.headers, link: [`<${to}>; rel="next"`, ...others].join(', ') } };
}

/** Every list of a GraphQL answer goes on, from its beginning. */
function endless(answer: Answer): Answer {
  return altered(answer, (key, value) =>
    key === 'pageInfo' ? { ...Object(value), hasNextPage: true, endCursor: cursorOf(0) } : value,
  );
}

/** The last node of each list is null, as where GitHub could not load it in time. */
function partialData(answer: Answer): Answer {
  const partial = altered(answer, (key, value) =>
    key === 'nodes' && Array.isArray(value) && value.length > 0 ? [...value.slice(0, -1), null] : value,
  );
  const message = 'Something went wrong while executing your query.';
  return {
    ...partial,
    body: JSON.stringify({
      ...JSON.parse(textOf(partial)),
      errors: [{ type: 'INTERNAL', path: ['enterprise'], message }],
    }),
  };
}
