import { runBench } from './bench-command.ts';
import { consoleReport } from './console/console-report.ts';
import { measureConsole } from './console/measure-console.ts';

const USAGE = `Measures the console in Chromium: how long it takes to show its first view and to answer a search, beside the same
requests alone.

  npm run bench:console -- [--people N] [--seed S] [--json FILE]

  --people N   in the enterprise that is synced first; 100000 unless told otherwise
  --seed S     which enterprise it is; 1 unless told otherwise
  --json FILE  writes the figures into a file as well
`;

await runBench({
  usage: USAGE,
  size: { option: 'people', default: 100_000 },
  measure: (_directory, people, seed) => measureConsole(people, seed),
  problems: ({ peopleKnown }) => (peopleKnown > 0 ? [] : ['Nobody is known: the sync gave nothing.']),
  report: consoleReport,
});
