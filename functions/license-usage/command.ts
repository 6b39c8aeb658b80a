#!/usr/bin/env node
import { pipeline } from 'node:stream/promises';
import { findingsIn } from '../../shared/domain/finding.ts';
import { SortedFindings } from '../../shared/merge/sorted-findings.ts';
import { commandLine, type ReportOptions } from './arguments.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { localFile } from './local-file.ts';
import { writePeople } from './people-file.ts';
import { problemsText } from './problems-text.ts';
import { Progress } from './progress.ts';
import { type AcceptedFile, type RejectedFile, readFiles } from './read-files.ts';
import { reportJson } from './report-json.ts';
import { reportText } from './report-text.ts';
import { styleFor } from './style.ts';
import { TopFindings } from './top-findings.ts';
import { usageReport } from './usage-report.ts';
import { WrongUsage } from './wrong-usage.ts';

const LEAST_NODE = 22;

/** In the table; as JSON there are all. */
const TOP_FINDINGS = 10;

async function report(options: ReportOptions): Promise<void> {
  const files = await Promise.all(options.files.map(localFile));
  const progress = new Progress(process.stderr, files);
  try {
    const outcomes = await readFiles(files, options.host, (file) => progress.opened(file));
    const rejected = outcomes.filter((outcome) => outcome.kind === 'rejected');
    if (rejected.length > 0) return reject(rejected, progress);
    await answer(
      outcomes.filter((outcome) => outcome.kind !== 'rejected'),
      options,
      progress,
    );
  } finally {
    progress.end();
  }
}

async function answer(
  files: readonly AcceptedFile[],
  { out, json, showPeople, failOnFindings }: ReportOptions,
  progress: Progress,
): Promise<void> {
  progress.tell('Matching accounts ...');
  const result = usageReport(files, Date.now(), (...found) =>
    json ? new SortedFindings(findingsIn(...found)) : new TopFindings(TOP_FINDINGS, ...found),
  );
  if (out !== null) await writePeople(result.people(), out);
  progress.end();
  const { columns } = process.stdout;
  const text = json
    ? reportJson(result, files, showPeople)
    : [reportText(result, files, { style: styleFor(process.stdout), showPeople, columns })];
  await pipeline(text, process.stdout, { end: false });
  const isRecoverable = Object.values(result.usage.findings).some(({ seats }) => seats > 0);
  if (failOnFindings && isRecoverable) process.exitCode = EXIT_CODES.recoverableSeats;
}

function reject(rejected: readonly RejectedFile[], progress: Progress): void {
  progress.end();
  const style = styleFor(process.stderr);
  for (const { file, rejection } of rejected) tell(problemsText(file, rejection, style));
  process.exitCode = EXIT_CODES.rejectedFile;
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Tells what its caller can change; whatever else went wrong is thrown on, and Node tells it with its place. */
function failed(error: unknown): void {
  const isCallers = error instanceof WrongUsage || (error instanceof Error && 'syscall' in error);
  if (!isCallers) throw error;
  tell(error.message);
  process.exitCode = EXIT_CODES.wrongUsage;
}

/** Who reads the output may stop early, such as `head`. */
function stopWithReader(error: Error): void {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
  process.exit();
}

const [major] = process.versions.node.split('.');
if (Number(major) < LEAST_NODE) {
  tell(`license-usage needs Node ${LEAST_NODE} or newer and runs on ${process.version}`);
  process.exitCode = EXIT_CODES.wrongUsage;
} else {
  process.stdout.on('error', stopWithReader);
  await commandLine(report).parseAsync().catch(failed);
}
