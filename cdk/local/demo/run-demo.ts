import type { SyncRunBody } from '../../../shared/contracts/http/sync-runs.ts';
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
import { showEnterprise, syncNow } from './sync.ts';

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

/** The usage beside what was planted. */
export interface Comparison {
  readonly usage: UsageBody;
  readonly differences: readonly Difference[];
}

export interface DemoResult {
  readonly truth: Truth;
  readonly outcomes: readonly FileOutcome[];
  readonly afterFiles: Comparison;
  /** Null where there is no peer to sync with. */
  readonly sync: { readonly run: SyncRunBody; readonly after: Comparison } | null;
  /** Files and sync had the outcome they should have, and every number is as planted after each. */
  readonly agrees: boolean;
}

/** One thing to wait for. `run` returns what to show of its result, and tells lines of what it does meanwhile. */
export interface DemoStep {
  readonly title: string;
  readonly run: (tell: (line: string) => void) => Promise<string>;
}

/** Runs steps one after the other, with whatever display. */
export type StepRunner = (steps: readonly DemoStep[]) => Promise<void>;

export const runQuietly: StepRunner = async (steps) => {
  for (const step of steps) await step.run(() => {});
};

/**
 * Lets the peer show a generated enterprise, drops the files of the same enterprise, all before the outcome of the
 * first, then syncs; after each the usage is compared with what was planted. Throws NoRunningStack when nothing
 * answers.
 */
export async function runDemo(options: DemoOptions, runSteps: StepRunner = runQuietly): Promise<DemoResult> {
  const { stack, people, seed } = options;
  const api = new ApiClient(stack);
  const enterprise = generateEnterprise({ people, seed });
  if (stack.peerUrl !== null) await showEnterprise(stack.peerUrl, { people, seed });
  const compare = async (): Promise<Comparison> => {
    const usage = await api.usage();
    return { usage, differences: compareUsage(usage, enterprise.truth.usage) };
  };
  const outcomes = await dropFiles(enterpriseFiles(enterprise), { stack, api, runSteps });
  const afterFiles = await compare();
  const run = stack.peerUrl === null ? null : await sync(api, runSteps);
  const result = {
    truth: enterprise.truth,
    outcomes,
    afterFiles,
    sync: run && { run, after: await compare() },
  };
  return { ...result, agrees: agrees(result) };
}

interface DemoTools {
  readonly stack: Stack;
  readonly api: ApiClient;
  readonly runSteps: StepRunner;
}

async function dropFiles(
  files: readonly EnterpriseFile[],
  { stack, api, runSteps }: DemoTools,
): Promise<FileOutcome[]> {
  const uploadsBefore = new Set((await api.newestUploads()).uploads.map(({ id }) => id));
  const isSynced = (await api.syncRuns()).total_count > 0;
  const dropped: DroppedFile[] = [];
  await runSteps(
    inDropOrder(files, stack).map((file) => ({
      title: `Drop ${fileTitle(file)}`,
      run: async () => {
        dropped.push(await dropFile(file, stack, api));
        return 'done';
      },
    })),
  );
  const outcomes: FileOutcome[] = [];
  await runSteps(
    dropped.map((drop) => ({
      title: `Ingest ${fileTitle(drop.file)}`,
      run: async () => {
        const upload = await awaitOutcome(drop, uploadsBefore, api);
        outcomes.push({ file: drop.file, upload, expected: isExpected(drop.file, upload, isSynced) });
        return upload.state;
      },
    })),
  );
  return outcomes;
}

/** What a sync has seen since replaces an older file. */
function isExpected({ outcomes }: EnterpriseFile, { state }: UploadBody, isSynced: boolean): boolean {
  return outcomes.includes(state) || (isSynced && state === 'superseded');
}

async function sync(api: ApiClient, runSteps: StepRunner): Promise<SyncRunBody> {
  const runs: SyncRunBody[] = [];
  const run = async (tell: (line: string) => void) => {
    const ended = await syncNow(api, tell);
    runs.push(ended);
    return ended.state;
  };
  await runSteps([{ title: 'Sync with GitHub', run }]);
  const [ended] = runs;
  if (ended === undefined) throw new Error('The sync was not run');
  return ended;
}

function agrees({ outcomes, afterFiles, sync }: Omit<DemoResult, 'agrees'>): boolean {
  const isSynced = sync === null || (sync.run.state === 'succeeded' && sync.after.differences.length === 0);
  return isSynced && afterFiles.differences.length === 0 && outcomes.every(({ expected }) => expected);
}

/** Without a bucket no file can say when it was observed, so the older ones have to come first. */
function inDropOrder(files: readonly EnterpriseFile[], { bucketUrl }: Stack): readonly EnterpriseFile[] {
  return bucketUrl === null ? files.toSorted((a, b) => b.observedDaysAgo - a.observedDaysAgo) : files;
}

export function fileTitle({ name, hostName }: EnterpriseFile): string {
  return hostName === null ? name : `${hostName}/${name}`;
}
