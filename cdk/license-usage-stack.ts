import { CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { IngestQueue } from './constructs/ingest-queue.ts';
import { IngestUpload } from './constructs/ingest-upload.ts';
import { LedgerTable } from './constructs/ledger-table.ts';
import { ManageUsage } from './constructs/manage-usage.ts';
import { OnCall } from './constructs/on-call.ts';
import { ReadUsage } from './constructs/read-usage.ts';
import { UsageApi } from './constructs/usage-api.ts';
import { UsageBucket } from './constructs/usage-bucket.ts';
import type { Stage, StageSettings } from './stages.ts';

export interface LicenseUsageStackProps {
  readonly stage: Stage;
  readonly settings: StageSettings;
  readonly alarmEmail: string | undefined;
}

/** Wiring only: what a resource is and who may do what with it is said in its construct. */
export class LicenseUsageStack extends Stack {
  constructor(scope: Construct, id: string, { stage, settings, alarmEmail }: LicenseUsageStackProps) {
    super(scope, id, {
      description: 'License Usage Sync: people, their GitHub accounts, and the user licenses they consume',
      terminationProtection: settings.deletionProtection,
    });
    Tags.of(this).add('project', 'license-usage-sync');
    Tags.of(this).add('stage', stage);

    const onCall = new OnCall(this, 'OnCall', { alarmEmail });
    const bucket = new UsageBucket(this, 'UsageBucket', settings);
    const ledger = new LedgerTable(this, 'LedgerTable', { ...settings, onCall });
    const queue = new IngestQueue(this, 'IngestQueue', { functionTimeout: IngestUpload.TIMEOUT, onCall });

    const ingestUpload = new IngestUpload(this, 'IngestUpload', { ...settings, onCall });
    bucket.notifyOfUploads(queue);
    queue.feed(ingestUpload);
    bucket.grantIngest(ingestUpload);
    ledger.grantReconcile(ingestUpload);

    const readUsage = new ReadUsage(this, 'ReadUsage', settings);
    bucket.grantReadReports(readUsage);
    ledger.grantRead(readUsage);

    const manageUsage = new ManageUsage(this, 'ManageUsage', settings);
    bucket.grantSignUploads(manageUsage);
    ledger.grantReadItems(manageUsage);
    queue.grantSend(manageUsage);

    const api = new UsageApi(this, 'UsageApi', {
      ...settings,
      throttle: settings.apiThrottle,
      functions: { 'read-usage': readUsage.function, 'manage-usage': manageUsage.function },
      onCall,
    });

    new CfnOutput(this, 'ApiUrl', { value: api.url });
    new CfnOutput(this, 'BucketName', { value: bucket.bucketName });
    new CfnOutput(this, 'IngestQueueUrl', { value: queue.queue.queueUrl });
    new CfnOutput(this, 'TableName', { value: ledger.tableName });
  }
}
