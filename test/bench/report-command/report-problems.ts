import type { MeasuredReport, ReportMeasurements } from './measure-reports.ts';

/** At the default number of accounts. */
const MAX_PEAK_RSS_MB = 512;
const MAX_TIMES_JSON_PARSE = 3;

/** What does not hold that must, in sentences; empty when all is well. The time must hold for the table. */
export function reportProblems({ baselines, reports }: ReportMeasurements): string[] {
  const [table] = reports;
  if (table === undefined) return ['nothing was measured'];
  const rss = Math.max(...reports.flatMap(({ runs }) => runs.map(({ peakRssMb }) => peakRssMb)));
  const times = bestSeconds(table) / jsonParseSeconds(baselines);
  return [
    ...(rss < MAX_PEAK_RSS_MB
      ? []
      : [`the peak RSS is ${Math.round(rss)} MB, not under ${MAX_PEAK_RSS_MB} MB`]),
    ...(times <= MAX_TIMES_JSON_PARSE
      ? []
      : [`the answer takes ${times.toFixed(1)} times JSON.parse, not ${MAX_TIMES_JSON_PARSE}`]),
  ];
}

export function jsonParseSeconds(baselines: ReportMeasurements['baselines']): number {
  return baselines.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** Of several runs: whatever else the machine does only adds to it. */
function bestSeconds({ runs }: MeasuredReport): number {
  return Math.min(...runs.map(({ seconds }) => seconds));
}
