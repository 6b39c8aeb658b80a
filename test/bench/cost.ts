import { runBench } from './bench-command.ts';
import { costProblems } from './cost/cost-problems.ts';
import { costReport } from './cost/cost-report.ts';
import { measureCost } from './cost/measure-cost.ts';

const USAGE = `Measures what DynamoDB charges the merges of a company: the first, a week's, and one of nothing new.

  npm run bench:cost -- [--people N] [--seed S] [--json FILE]

  --people N   in the company, of whom 1 % change in the week; 100000 unless told otherwise
  --seed S     who changes, and how; 1 unless told otherwise
  --json FILE  writes the figures into a file as well
`;

await runBench({
  usage: USAGE,
  size: { option: 'people', default: 100_000 },
  measure: measureCost,
  problems: costProblems,
  report: costReport,
});
