import {
  entriesOf,
  type ServerInstance,
  serverSourceId,
  sourceIdOf,
  type UsageFacts,
} from '../../shared/domain/usage-snapshot.ts';
import { printable } from './printable.ts';
import type { AcceptedFile } from './read-files.ts';
import type { Style } from './style.ts';
import { headOf, numberText, textTable } from './text-table.ts';

/** What became of every file. */
export function filesText(outcomes: readonly AcceptedFile[], style: Style): string {
  const head = headOf(['file', 'modified', 'what it is'], style);
  const rows = outcomes.map((outcome) => [
    printable(outcome.file.path),
    instantText(outcome.file.modifiedAt),
    meaningOf(outcome, outcomes, style),
  ]);
  return textTable(head, rows);
}

function meaningOf(outcome: AcceptedFile, outcomes: readonly AcceptedFile[], style: Style): string {
  switch (outcome.kind) {
    case 'counted':
      return contentText(outcome.facts);
    case 'superseded':
      return style('dim', `not counted, since ${printable(outcome.by.path)} is newer`);
    case 'encrypted':
      return style('yellow', encryptedText(outcome.instance, outcomes));
    default:
      return outcome satisfies never;
  }
}

function contentText(facts: UsageFacts): string {
  const entries = numberText(entriesOf(facts).length);
  if (facts.kind !== 'server') return `consumed licenses: ${entries} rows`;
  const name = facts.channel === 'users-report' ? 'users report' : 'license usage export';
  return `${name} of ${facts.instance.hostName}: ${entries} accounts`;
}

function encryptedText({ hostName }: ServerInstance, outcomes: readonly AcceptedFile[]): string {
  const source = serverSourceId(hostName);
  const isKnown = outcomes.some((other) => other.kind === 'counted' && sourceIdOf(other.facts) === source);
  const toDo = isKnown ? 'its accounts come from another file' : 'add its all_users.csv';
  return `license usage export of ${hostName} with encrypted users, which only GitHub can read: ${toDo}`;
}

/** To the minute, in UTC. */
export function instantText(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}
