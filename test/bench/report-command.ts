import { runBench } from './bench-command.ts';
import { measureReports } from './report-command/measure-reports.ts';
import { reportProblems } from './report-command/report-problems.ts';
import { reportTables } from './report-command/report-tables.ts';

const USAGE = `Measures license-usage report: the files of three instances and the cloud enterprise, beside JSON.parse of them.

  npm run bench:report -- [--accounts N] [--seed S] [--json FILE]

  --accounts N   in each of the four sources; 100000 unless told otherwise
  --seed S       which accounts they are; 1 unless told otherwise
  --json FILE    writes the figures into a file as well
`;

await runBench({
  usage: USAGE,
  size: { option: 'accounts', default: 100_000 },
  measure: measureReports,
  problems: reportProblems,
  report: reportTables,
});
