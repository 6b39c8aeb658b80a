import { runBench } from './bench-command.ts';
import { coldStartProblems } from './cold-start/cold-start-problems.ts';
import { coldStartReport } from './cold-start/cold-start-report.ts';
import { measureStarts } from './cold-start/measure-starts.ts';

const USAGE = `Measures how long each function takes to start, against a bare handler with the same clients of the AWS SDK.

  npm run bench:cold-start -- [--rounds N] [--json FILE]

  --rounds N   starts of each, one after the other in turn; 15 unless told otherwise
  --json FILE  writes the figures into a file as well
`;

await runBench({
  usage: USAGE,
  size: { option: 'rounds', default: 15 },
  measure: measureStarts,
  problems: coldStartProblems,
  report: coldStartReport,
});
