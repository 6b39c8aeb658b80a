import { runBench } from './bench-command.ts';
import { measureMerges } from './merge/measure-merges.ts';
import { mergeProblems } from './merge/merge-problems.ts';
import { mergeReport } from './merge/merge-report.ts';

const USAGE = `Measures ingest-upload: the files of three instances and of the cloud enterprise, merged one by one.

  npm run bench:merge -- [--accounts N] [--seed S] [--json FILE]

  --accounts N  of each source; 100000 unless told otherwise
  --seed S      of the accounts and of the order of the files; 1 unless told otherwise
  --json FILE   writes the figures into a file as well
`;

await runBench({
  usage: USAGE,
  size: { option: 'accounts', default: 100_000 },
  measure: measureMerges,
  problems: mergeProblems,
  report: mergeReport,
});
