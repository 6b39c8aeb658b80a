import { CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AsyncFailures } from './constructs/async-failures.ts';
import { AuditTable } from './constructs/audit-table.ts';
import { AuthorizeOwner } from './constructs/authorize-owner.ts';
import { CheckSyncAge } from './constructs/check-sync-age.ts';
import { Connections } from './constructs/connections.ts';
import { Console } from './constructs/console.ts';
import { Encryption } from './constructs/encryption.ts';
import { ErasePersonalData } from './constructs/erase-personal-data.ts';
import { IngestQueue } from './constructs/ingest-queue.ts';
import { IngestUpload } from './constructs/ingest-upload.ts';
import { LedgerTable } from './constructs/ledger-table.ts';
import { MailOwners } from './constructs/mail-owners.ts';
import { ManagePersonalData } from './constructs/manage-personal-data.ts';
import { ManageUsage } from './constructs/manage-usage.ts';
import { OnCall } from './constructs/on-call.ts';
import { ReadUsage } from './constructs/read-usage.ts';
import { SignInSecrets } from './constructs/sign-in-secrets.ts';
import { Sync } from './constructs/sync.ts';
import { SyncNetwork } from './constructs/sync-network.ts';
import { SyncNow } from './constructs/sync-now.ts';
import { UsageApi } from './constructs/usage-api.ts';
import { UsageBucket } from './constructs/usage-bucket.ts';
import { UsageDashboard } from './constructs/usage-dashboard.ts';
import { UsageEvents } from './constructs/usage-events.ts';
import { WriteDownload } from './constructs/write-download.ts';
import type { Settings } from './settings.ts';
import type { Stage, StageSettings } from './stages.ts';

export interface LicenseUsageStackProps extends Settings {
  readonly stage: Stage;
  readonly settings: StageSettings;
}

/** Wiring only: what a resource is and who may do what with it is said in its construct. */
export class LicenseUsageStack extends Stack {
  constructor(scope: Construct, id: string, props: LicenseUsageStackProps) {
    const { stage, settings, alarmEmail, github, sync: weekly, notices, customerManagedKey } = props;
    const { seatShares } = notices;
    super(scope, id, {
      description: 'License Usage Sync: people, their GitHub accounts, and the user licenses they consume',
      terminationProtection: settings.deletionProtection,
    });
    Tags.of(this).add('project', 'license-usage-sync');
    Tags.of(this).add('stage', stage);

    const onCall = new OnCall(this, 'OnCall', { alarmEmail });
    const encryption = new Encryption(this, 'Encryption', { ...settings, customerManagedKey });
    const bucket = new UsageBucket(this, 'UsageBucket', { ...settings, encryption });
    const ledger = new LedgerTable(this, 'LedgerTable', { ...settings, encryption, onCall });
    const audit = new AuditTable(this, 'AuditTable', { ...settings, encryption });
    const events = new UsageEvents(this, 'UsageEvents', { onCall });
    const queue = new IngestQueue(this, 'IngestQueue', {
      functionTimeout: IngestUpload.TIMEOUT,
      encryption,
      onCall,
    });

    const ingestUpload = new IngestUpload(this, 'IngestUpload', { ...settings, seatShares, onCall });
    bucket.notifyOfUploads(queue);
    queue.feed(ingestUpload);
    bucket.grantIngest(ingestUpload);
    ledger.grantReconcile(ingestUpload);
    events.grantSend(ingestUpload);

    const connections = new Connections(this, 'Connections', { ...settings, encryption });
    const failures = new AsyncFailures(this, 'SyncFailures', {
      onCall,
      encryption,
      alarm: {
        name: 'sync-failed',
        impact:
          'A sync or the daily check of its age was given up: usage may be out of date without being told.',
      },
    });
    const network = weekly.vpc && new SyncNetwork(this, 'SyncNetwork', weekly.vpc);
    const sync = new Sync(this, 'Sync', {
      ...settings,
      github,
      weekly,
      seatShares,
      network,
      failures,
      onCall,
    });
    connections.grantRead(sync);
    bucket.grantMerge(sync);
    ledger.grantReconcile(sync);
    events.grantSend(sync);

    const checkSyncAge = new CheckSyncAge(this, 'CheckSyncAge', { ...settings, failures, onCall });
    ledger.grantList(checkSyncAge);

    const syncNow = new SyncNow(this, 'SyncNow', settings);
    ledger.grantStartSync(syncNow);
    sync.grantInvoke(syncNow);
    audit.grantRecord(syncNow);

    const writeDownload = new WriteDownload(this, 'WriteDownload', { ...settings, onCall });
    bucket.grantWriteDownloads(writeDownload);

    const readUsage = new ReadUsage(this, 'ReadUsage', { ...settings, github });
    bucket.grantReadReports(readUsage);
    bucket.grantSignDownloads(readUsage);
    writeDownload.grantInvoke(readUsage);
    ledger.grantRead(readUsage);
    audit.grantRecord(readUsage);
    audit.grantRead(readUsage);

    const manageUsage = new ManageUsage(this, 'ManageUsage', settings);
    bucket.grantSignUploads(manageUsage);
    bucket.grantReadReports(manageUsage);
    bucket.grantReadSnapshots(manageUsage);
    ledger.grantManage(manageUsage);
    queue.grantSend(manageUsage);
    audit.grantRecord(manageUsage);

    const erasePersonalData = new ErasePersonalData(this, 'ErasePersonalData', { ...settings, onCall });
    bucket.grantErase(erasePersonalData);
    ledger.grantErase(erasePersonalData);

    const managePersonalData = new ManagePersonalData(this, 'ManagePersonalData', settings);
    bucket.grantSearch(managePersonalData);
    ledger.grantManagePersonalData(managePersonalData);
    audit.grantRecord(managePersonalData);
    erasePersonalData.grantInvoke(managePersonalData);

    const signIn = new SignInSecrets(this, 'SignIn', { ...settings, encryption });
    const authorizeOwner = new AuthorizeOwner(this, 'AuthorizeOwner', { ...settings, github });
    signIn.grantOpenSessions(authorizeOwner);

    const webConsole = new Console(this, 'Console', { ...settings, github });
    signIn.grantSignIn(webConsole);
    bucket.nameTo(webConsole);

    const api = new UsageApi(this, 'UsageApi', {
      ...settings,
      throttle: settings.apiThrottle,
      authorizer: authorizeOwner.function,
      functions: {
        'read-usage': readUsage.function,
        'manage-usage': manageUsage.function,
        'manage-personal-data': managePersonalData.function,
        'sync-now': syncNow.function,
        console: webConsole.function,
      },
      onCall,
    });
    bucket.allowUploadsFrom(api.origin);

    if (notices.email !== undefined) {
      const { email: noticeEmail } = notices;
      new MailOwners(this, 'MailOwners', {
        ...settings,
        noticeEmail,
        apiUrl: api.origin,
        encryption,
        onCall,
      });
    }

    new UsageDashboard(this, 'Dashboard', { onCall, ingestUpload, sync, queue, failures, ledger, api });

    new CfnOutput(this, 'ApiUrl', { value: api.url });
    new CfnOutput(this, 'BucketName', { value: bucket.bucketName });
    new CfnOutput(this, 'ConnectionsSecretId', { value: connections.secretId });
    new CfnOutput(this, 'ConsoleUrl', { value: api.url });
    new CfnOutput(this, 'IngestQueueUrl', { value: queue.queue.queueUrl });
    new CfnOutput(this, 'OAuthAppSecretId', { value: signIn.oauthAppSecretId });
    new CfnOutput(this, 'TableName', { value: ledger.tableName });
  }
}
