import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { ulid } from 'ulid';
import { dynamoDbClient, s3Client } from '../../shared/adapters/aws-clients.ts';
import { ensureLedgerTable } from '../../shared/adapters/dynamodb/ledger-table.ts';
import { mergePorts } from '../../shared/adapters/merge-ports.ts';
import { S3SnapshotHistory } from '../../shared/adapters/s3/snapshot-history.ts';
import { MERGE_LEASE_MS } from '../../shared/merge/lease-keeper.ts';
import { digestOf } from '../../shared/runtime/fingerprint.ts';
import { RebuildRefused, rebuildLedger } from './rebuild-ledger.ts';

const LOCAL_RUN = `
The AWS SDK finds region and credentials as the AWS CLI does. For a local run (npm start), give it the addresses that
are in .local/run.json: AWS_ENDPOINT_URL_S3 and AWS_ENDPOINT_URL_DYNAMODB, AWS_REGION=us-east-1, and any access key.

docs/recovery.md tells what comes back, what does not, and what to do before.
`;

interface Given {
  readonly bucket: string;
  readonly table: string;
}

async function rebuild({ bucket, table }: Given): Promise<void> {
  const clients = { s3: s3Client(), dynamoDb: dynamoDbClient() };
  if (await ensureLedgerTable(clients.dynamoDb, table)) tell(`Made the table ${table}.`);
  const ports = {
    ...mergePorts(clients, { bucket, table, leaseMs: MERGE_LEASE_MS }),
    snapshotHistory: new S3SnapshotHistory(clients.s3, bucket),
  };
  const { committed, sources, merges, skippedMerges } = await rebuildLedger(ports, {
    now: Date.now,
    pause,
    newId: ulid,
    digestOf,
    onReplay: ({ mergeId, mergedAt }) => tell(`Going through merge ${mergeId} of ${mergedAt} ...`),
  });
  if (skippedMerges > 0) {
    tell(
      `Of ${skippedMerges} merges the bucket lacks snapshots: who changed then is dated by the merge after it.`,
    );
  }
  const { people, consumed } = committed.usage;
  process.stdout.write(
    `Rebuilt from ${merges} merges: ${people} people, ${consumed} licenses consumed, ${sources} sources.\n`,
  );
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Tells what the operator can change; whatever else went wrong is thrown on, and Node tells it with its place. */
function failed(error: unknown): void {
  if (!(error instanceof RebuildRefused)) throw error;
  tell(error.message);
  process.exitCode = 1;
}

const command = new Command('rebuild-ledger')
  .description('fills an empty ledger from the bucket alone, and makes its table when there is none')
  .requiredOption('--bucket <name>', 'the bucket that holds snapshots/ and merges/')
  .requiredOption('--table <name>', 'the table of the ledger')
  .addHelpText('after', LOCAL_RUN)
  .action(rebuild);
await command.parseAsync().catch(failed);
