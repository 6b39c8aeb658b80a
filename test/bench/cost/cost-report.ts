import { textTable } from '../../../cdk/local/demo/text-table.ts';
import type { LedgerUnits } from '../../../shared/domain/ledger-units.ts';
import type { CostMeasurements, MergeCost } from './measure-cost.ts';
import { dollarsOf } from './prices.ts';

const A_MILLION = 1_000_000;
const WEEKS_PER_MONTH = 52 / 12;

/** The figures as tables. */
export function costReport({ people, seed, first, week, same }: CostMeasurements): string {
  const perMillion = ({ read, write }: LedgerUnits): LedgerUnits => ({
    read: (read * A_MILLION) / people,
    write: (write * A_MILLION) / people,
  });
  const row = (name: string, { changed, items, ownUnits, units }: MergeCost) => [
    name,
    changed,
    items,
    ownUnits,
    units.write,
    ownUnits === 0 ? '' : (units.write / ownUnits).toFixed(3),
    units.read,
    dollars(dollarsOf(units)),
    dollars(dollarsOf(perMillion(units))),
  ];
  const month = WEEKS_PER_MONTH * dollarsOf(perMillion(week.units));
  const lines = [
    `A company of ${people.toLocaleString('en-US')} people, seed ${seed}; 1 % come, go or change in a week`,
    '',
    textTable([
      [
        'merge',
        'people changed',
        'items',
        'own units',
        'write units',
        'times own',
        'read units',
        'dollars',
        'of a million',
      ],
      row('the first', first),
      row('of a week', week),
      row('of the same', same),
    ]),
    '',
    'Items are people and look-ups; own units are what their writes alone are charged.',
    'Of a million people: by proportion, not measured. DynamoDB on demand in us-east-1; without storage.',
    `A month of weekly merges of a million people: ${dollars(month)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function dollars(amount: number): string {
  return `$${amount.toFixed(4)}`;
}
