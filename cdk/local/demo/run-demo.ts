import type { UploadBody } from '../../../shared/contracts/http/uploads.ts';
import type { UsageBody } from '../../../shared/contracts/http/usage.ts';
import { generateEnterprise } from '../../../test/support/enterprise/enterprise.ts';
import { type EnterpriseFile, enterpriseFiles } from '../../../test/support/enterprise/files.ts';
import type { Truth } from '../../../test/support/enterprise/truth.ts';
import { ApiClient } from './api-client.ts';
import { awaitOutcome } from './await-outcome.ts';
import { compareUsage, type Difference } from './compare-usage.ts';
import { type DroppedFile, dropFile } from './drop-file.ts';
import type { Stack } from './find-stack.ts';

export interface DemoOptions {
  readonly stack: Stack;
  readonly people: number;
  readonly seed: number;
}

/** What came of a dropped file. */
export interface FileOutcome {
  readonly file: EnterpriseFile;
  readonly upload: UploadBody;
  /** Whether that is what should come of it. */
  readonly expected: boolean;
}

export interface DemoResult {
  readonly outcomes: readonly FileOutcome[];
  readonly usage: UsageBody;
  readonly truth: Truth;
  readonly differences: readonly Difference[];
  /** Every file had the outcome it should have, and every number is as planted. */
  readonly agrees: boolean;
}

/** One thing to wait for. `run` returns what to show of its result. */
export interface DemoStep {
  readonly title: string;
  readonly run: () => Promise<string>;
}

/** Runs steps one after the other, with whatever display. */
export type StepRunner = (steps: readonly DemoStep[]) => Promise<void>;

export const runQuietly: StepRunner = async (steps) => {
  for (const step of steps) await step.run();
};

/**
 * Drops the files of a generated enterprise, all before the outcome of the first, and compares the usage with what
 * was planted. Throws NoRunningStack when nothing answers.
 */
export async function runDemo(options: DemoOptions, runSteps: StepRunner = runQuietly): Promise<DemoResult> {
  const { stack, people, seed } = options;
  const api = new ApiClient(stack.api);
  const uploadsBefore = new Set((await api.newestUploads()).uploads.map(({ id }) => id));
  const enterprise = generateEnterprise({ people, seed });
  const dropped: DroppedFile[] = [];
  const drops = inDropOrder(enterpriseFiles(enterprise), stack).map((file) => ({
    title: `Drop ${fileTitle(file)}`,
    run: async () => {
      dropped.push(await dropFile(file, stack, api));
      return 'done';
    },
  }));
  await runSteps(drops);
  const outcomes: FileOutcome[] = [];
  const ingests = dropped.map((drop) => ({
    title: `Ingest ${fileTitle(drop.file)}`,
    run: async () => {
      const upload = await awaitOutcome(drop, uploadsBefore, api);
      outcomes.push(outcomeOf(drop.file, upload));
      return upload.state;
    },
  }));
  await runSteps(ingests);
  return resultOf(outcomes, await api.usage(), enterprise.truth);
}

function outcomeOf(file: EnterpriseFile, upload: UploadBody): FileOutcome {
  return { file, upload, expected: file.outcomes.includes(upload.state) };
}

function resultOf(outcomes: readonly FileOutcome[], usage: UsageBody, truth: Truth): DemoResult {
  const differences = compareUsage(usage, truth.usage);
  const agrees = differences.length === 0 && outcomes.every(({ expected }) => expected);
  return { outcomes, usage, truth, differences, agrees };
}

/** Without a bucket no file can say when it was observed, so the older ones have to come first. */
function inDropOrder(files: readonly EnterpriseFile[], { bucketUrl }: Stack): readonly EnterpriseFile[] {
  return bucketUrl === null ? files.toSorted((a, b) => b.observedDaysAgo - a.observedDaysAgo) : files;
}

export function fileTitle({ name, hostName }: EnterpriseFile): string {
  return hostName === null ? name : `${hostName}/${name}`;
}
