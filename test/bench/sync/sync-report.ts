import { textTable } from '../../../cdk/local/demo/text-table.ts';
import type { MeasuredSync, SyncMeasurements } from './measure-syncs.ts';
import { requestsRequired } from './pages-required.ts';
import type { PlainReading } from './read-plainly.ts';

/** The figures as tables. */
export function syncReport({ people, seed, memoryMb, plain, first, again }: SyncMeasurements): string {
  const lines = [
    `An enterprise of ${people.toLocaleString('en-US')} people, seed ${seed}; a function of ${memoryMb} MB`,
    '',
    `Read plainly, one request after the other: ${plain.requests} requests, ${(plain.bytes / 1e6).toFixed(0)} MB, ` +
      `${plain.seconds.toFixed(1)} s (consumed licenses by JSON.parse, users reports as text; no identities, no ` +
      'accounts over GraphQL)',
    '',
    ...syncLines('First sync, into an empty ledger', first, plain),
    '',
    ...syncLines('The same again, in a new process', again, plain),
  ];
  return `${lines.join('\n')}\n`;
}

function syncLines(title: string, sync: MeasuredSync, plain: PlainReading): string[] {
  const { run, seconds, cpuSeconds, peakRssMb } = sync;
  return [
    `${title}: ${run.state} in ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} of CPU), ${(seconds / plain.seconds).toFixed(1)} times the plain reading; ` +
      `peak RSS ${Math.round(peakRssMb)} MB; ${run.totals.requests} requests`,
    textTable([
      ['pull', 'entries', 'requests', 'required', 'seconds'],
      ...run.pulls.map((pull) => [
        `  ${pull.source} ${pull.kind}`,
        pull.entries ?? 0,
        pull.requests,
        requestsRequired(pull, plain.identities),
        (pull.duration_seconds ?? 0).toFixed(1),
      ]),
    ]),
  ];
}
