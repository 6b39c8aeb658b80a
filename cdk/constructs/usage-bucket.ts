import { Duration, type RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  EventType,
  HttpMethods,
  type LifecycleRule,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import {
  DOWNLOADS_EXPIRE_AFTER_DAYS,
  OLD_VERSIONS_EXPIRE_AFTER_DAYS,
} from '../../shared/contracts/bucket-lifetimes.ts';
import { UPLOAD_PREFIX } from '../../shared/contracts/upload-key.ts';
import type { Encryption } from './encryption.ts';
import type { IngestQueue } from './ingest-queue.ts';
import type { Grantee } from './usage-function.ts';

/** Under this id CDK adds a function of its own to the stack, which sets the notifications at deployment. */
const NOTIFICATION_HANDLER_ID = 'BucketNotificationsHandler050a0587b7544547bf325f094a3db834';

/** The folders of the bucket. */
type Prefix = typeof UPLOAD_PREFIX | 'snapshots/' | 'merges/' | 'reports/' | 'downloads/';

/** What may hold addresses and is searched for them. */
const SEARCHED_PREFIXES = ['downloads/', 'reports/', 'snapshots/'] as const satisfies readonly Prefix[];

export interface UsageBucketProps {
  readonly uploadsExpireAfter: Duration;
  readonly removalPolicy: RemovalPolicy;
  readonly encryption: Encryption;
}

/** Raw uploads, usage snapshots, records of merges, reports, and the files for downloading that are made of them. */
export class UsageBucket extends Construct {
  readonly bucketName: string;
  readonly #bucket: Bucket;
  readonly #encryption: Encryption;

  constructor(scope: Construct, id: string, props: UsageBucketProps) {
    super(scope, id);
    this.#encryption = props.encryption;
    const { key } = props.encryption;
    this.#bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: key ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED,
      // One request to KMS for many objects.
      ...(key && { encryptionKey: key, bucketKeyEnabled: true }),
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: lifecycleRules(props.uploadsExpireAfter),
      removalPolicy: props.removalPolicy,
    });
    this.bucketName = this.#bucket.bucketName;
    Validations.of(this.#bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Server access logs hold the IP address of everyone who uploads, which the project stores nowhere. ' +
        'Who touched an object is a matter for the CloudTrail data events of the account.',
    });
  }

  /** Tells the queue of every upload, and of nothing that the functions themselves write. */
  notifyOfUploads(ingestQueue: IngestQueue): void {
    const destination = ingestQueue.destinationFor(this.#bucket.bucketArn);
    this.#bucket.addEventNotification(EventType.OBJECT_CREATED, destination, { prefix: UPLOAD_PREFIX });
    this.#acknowledgeNotificationHandler();
  }

  /** For ingest-upload, which turns an upload into a snapshot and the snapshots into a report. */
  grantIngest(grantee: Grantee<'BUCKET_NAME'>): void {
    this.#grant(grantee, ['s3:GetObject', 's3:GetObjectVersion'], UPLOAD_PREFIX);
    this.#grantResults(grantee);
    this.#grantToSeeWhatIsMissing(grantee, [UPLOAD_PREFIX, 'snapshots/', 'reports/']);
  }

  /** For sync, whose snapshots come from elsewhere. */
  grantMerge(grantee: Grantee<'BUCKET_NAME'>): void {
    this.#grantResults(grantee);
    this.#grantToSeeWhatIsMissing(grantee, ['snapshots/', 'reports/']);
  }

  grantReadReports(grantee: Grantee<'BUCKET_NAME'>): void {
    this.#grant(grantee, ['s3:GetObject'], 'reports/');
    this.#grantToSeeWhatIsMissing(grantee, ['reports/']);
  }

  /** For recomputing usage, of whatever snapshots there were. */
  grantReadSnapshots(grantee: Grantee<'BUCKET_NAME'>): void {
    this.#grant(grantee, ['s3:GetObject'], 'snapshots/');
    this.#grantToSeeWhatIsMissing(grantee, ['snapshots/']);
  }

  /** For signing downloads: whoever holds the signed request acts with this permission. */
  grantSignDownloads(grantee: Grantee<'BUCKET_NAME'>): void {
    this.#grant(grantee, ['s3:GetObject'], 'downloads/');
    this.#grantToSeeWhatIsMissing(grantee, ['downloads/']);
  }

  /** For write-download, which makes a file of a report. */
  grantWriteDownloads(grantee: Grantee<'BUCKET_NAME'>): void {
    this.grantReadReports(grantee);
    this.#grant(grantee, ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'], 'downloads/');
    this.#grantToSeeWhatIsMissing(grantee, ['downloads/']);
  }

  /** For finding an address in all there is but raw uploads, which are only listed. */
  grantSearch(grantee: Grantee<'BUCKET_NAME'>): void {
    for (const prefix of SEARCHED_PREFIXES) this.#grant(grantee, ['s3:GetObject'], prefix);
    this.#grantToSeeWhatIsMissing(grantee, [...SEARCHED_PREFIXES, UPLOAD_PREFIX]);
  }

  /** For taking somebody out of snapshots and reports. What is deleted stays as an older version for a time. */
  grantErase(grantee: Grantee<'BUCKET_NAME'>): void {
    const rewrite = ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'];
    this.#grant(grantee, rewrite, 'snapshots/');
    this.#grant(grantee, rewrite, 'reports/');
    this.#grant(grantee, ['s3:DeleteObject', 's3:GetObject'], 'downloads/');
    this.#grantToSeeWhatIsMissing(grantee, SEARCHED_PREFIXES);
  }

  /** For naming the bucket, of which the function itself has nothing. */
  nameTo(grantee: Grantee<'BUCKET_NAME'>): void {
    grantee.allow('BUCKET_NAME', this.bucketName);
  }

  /** Lets pages of the origin put signed uploads here. */
  allowUploadsFrom(origin: string): void {
    this.#bucket.addCorsRule({
      id: 'uploads-from-console',
      allowedOrigins: [origin],
      allowedMethods: [HttpMethods.PUT],
      // A browser names the type of the file that it sends.
      allowedHeaders: ['content-type'],
      maxAge: Duration.hours(1).toSeconds(),
    });
  }

  /** For signing uploads: whoever holds the signed request acts with this permission. */
  grantSignUploads(grantee: Grantee<'BUCKET_NAME'>): void {
    this.#grant(grantee, ['s3:PutObject'], UPLOAD_PREFIX);
  }

  #grantResults(grantee: Grantee<'BUCKET_NAME'>): void {
    // Of reports, a merge reads that of the one before, to compare.
    const actions = ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'];
    this.#grant(grantee, actions, 'snapshots/');
    this.#grant(grantee, actions, 'reports/');
    this.#grant(grantee, ['s3:PutObject'], 'merges/');
  }

  #grant(grantee: Grantee<'BUCKET_NAME'>, actions: string[], prefix: Prefix): void {
    const resources = [this.#bucket.arnForObjects(`${prefix}*`)];
    const useKey = this.#encryption.allowing('s3', ...keyActions(actions));
    grantee.allow('BUCKET_NAME', this.bucketName, new PolicyStatement({ actions, resources }), ...useKey);
    const logicalId = Stack.of(this).getLogicalId(this.#bucket.node.defaultChild as CfnBucket);
    Validations.of(grantee).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${prefix}*]`,
      reason: `Objects come and go under ${prefix}: the prefix is the narrowest name there is for them.`,
    });
  }

  /** Without it S3 answers 403 for an object that is not there, which cannot be told from a missing permission. */
  #grantToSeeWhatIsMissing(grantee: Grantee<'BUCKET_NAME'>, prefixes: readonly Prefix[]): void {
    const statement = new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [this.#bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': prefixes.map((prefix) => `${prefix}*`) } },
    });
    grantee.allow('BUCKET_NAME', this.bucketName, statement);
  }

  #acknowledgeNotificationHandler(): void {
    Validations.of(Stack.of(this).node.findChild(NOTIFICATION_HANDLER_ID)).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      reason: 'CDK attaches it to its own function and offers no way to let that write its logs with less.',
    });
  }
}

/** The parts of a large object are decrypted again when S3 puts them together. */
function keyActions(actions: readonly string[]): `kms:${string}`[] {
  if (actions.includes('s3:PutObject')) return ['kms:Decrypt', 'kms:GenerateDataKey'];
  return actions.includes('s3:GetObject') ? ['kms:Decrypt'] : [];
}

function lifecycleRules(uploadsExpireAfter: Duration): LifecycleRule[] {
  const oldVersions = Duration.days(OLD_VERSIONS_EXPIRE_AFTER_DAYS);
  return [
    {
      id: 'expire-uploads',
      prefix: UPLOAD_PREFIX,
      expiration: uploadsExpireAfter,
      // What replaced or deleted a version supersedes it; the day is for messages that still name the version.
      noncurrentVersionExpiration: Duration.days(1),
    },
    // Snapshots and reports are written once; an older version is the same content, or what was deleted: of somebody
    // who was erased, or by mistake.
    { id: 'expire-old-snapshots', prefix: 'snapshots/', noncurrentVersionExpiration: oldVersions },
    { id: 'expire-old-reports', prefix: 'reports/', noncurrentVersionExpiration: oldVersions },
    { id: 'expire-old-merges', prefix: 'merges/', noncurrentVersionExpiration: oldVersions },
    // Each can be made again of its report, and names people.
    {
      id: 'expire-downloads',
      prefix: 'downloads/',
      expiration: Duration.days(DOWNLOADS_EXPIRE_AFTER_DAYS),
      noncurrentVersionExpiration: Duration.days(1),
    },
    { id: 'abort-multipart-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
  ];
}
