import { CONSUMPTION_TABLE } from '../../shared/domain/consumption.ts';
import type { PeopleCount, Usage } from '../../shared/domain/usage.ts';
import type { Style } from './style.ts';
import { headOf, numberText, textTable } from './text-table.ts';

const UNKNOWN = 'unknown';

export function totalsText({ consumed, github, people, ...usage }: Usage, style: Style): string {
  const purchased = github.seatsPurchased;
  return textTable(
    [],
    [
      ['licenses consumed', style('bold', numberText(consumed))],
      ['licenses purchased', purchased === null ? UNKNOWN : numberText(purchased)],
      ['available', purchased === null ? UNKNOWN : availableText(purchased - consumed, style)],
      ['counted by GitHub', github.seatsConsumed === null ? UNKNOWN : numberText(github.seatsConsumed)],
      ['people', numberText(people)],
      ['cloud accounts', numberText(usage.cloudAccounts)],
      ['server accounts', numberText(usage.serverAccounts)],
    ],
    { numbersFrom: 1 },
  );
}

function availableText(available: number, style: Style): string {
  return style(available < 0 ? 'red' : 'green', numberText(available));
}

export function deploymentsText({ byDeployment }: Usage, style: Style): string {
  const { cloudOnly, serverOnly, cloudAndServer, none } = byDeployment;
  const row = (name: string, { people, consumed }: PeopleCount) => [
    name,
    numberText(people),
    numberText(consumed),
  ];
  return textTable(
    headOf(['deployment', 'people', 'licenses'], style),
    [
      row('cloud only', cloudOnly),
      row('server only', serverOnly),
      row('cloud and server', cloudAndServer),
      row('no account', none),
    ],
    { numbersFrom: 1 },
  );
}

/** A person on several instances counts in each. */
export function instancesText({ byInstance }: Usage, style: Style): string {
  return textTable(
    headOf(['instance', 'accounts', 'people', 'licenses'], style),
    byInstance.map(({ hostName, accounts, people, consumed }) => [
      hostName,
      ...[accounts, people, consumed].map(numberText),
    ]),
    { numbersFrom: 1 },
  );
}

export function reasonsText({ byReason }: Usage, style: Style): string {
  return textTable(
    headOf(['reason', 'license', 'people'], style),
    CONSUMPTION_TABLE.filter(({ reason }) => byReason[reason] > 0).map(({ reason, consumes }) => [
      reason,
      consumes ? 'yes' : 'no',
      numberText(byReason[reason]),
    ]),
    { numbersFrom: 2 },
  );
}
