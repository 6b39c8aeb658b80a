import { runBench } from './bench-command.ts';
import { measureSyncs } from './sync/measure-syncs.ts';
import { syncProblems } from './sync/sync-problems.ts';
import { syncReport } from './sync/sync-report.ts';

const USAGE = `Measures sync: one invocation pulls the cloud enterprise and three instances from the GitHub peer, and merges them.

  npm run bench:sync -- [--people N] [--seed S] [--json FILE]

  --people N   in the generated enterprise; with 130000, the default, it has 78,000 cloud users and some 40,000
               accounts on each instance
  --seed S     which enterprise it is; 1 unless told otherwise
  --json FILE  writes the figures into a file as well
`;

await runBench({
  usage: USAGE,
  size: { option: 'people', default: 130_000 },
  measure: measureSyncs,
  problems: syncProblems,
  report: syncReport,
});
