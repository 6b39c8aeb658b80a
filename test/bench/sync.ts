import { runBench } from './bench-command.ts';
import { measureSyncs } from './sync/measure-syncs.ts';
import { syncProblems } from './sync/sync-problems.ts';
import { syncReport } from './sync/sync-report.ts';

const USAGE = `Measures sync: one invocation pulls the cloud enterprise and three instances from the GitHub peer, and merges them.

  npm run bench:sync -- [--people N] [--seed S] [--json FILE]

  --people N   in the generated enterprise; with 180000, the default, it has over 100,000 cloud users and over 50,000
               accounts on each instance
  --seed S     which enterprise it is; 1 unless told otherwise
  --json FILE  writes the figures into a file as well
`;

await runBench({
  usage: USAGE,
  size: { option: 'people', default: 180_000 },
  measure: measureSyncs,
  problems: syncProblems,
  report: syncReport,
});
