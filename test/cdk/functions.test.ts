import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { PROCESS_VARIABLES } from '../../cdk/constructs/process-variables.ts';
import { configSchema as authorizeOwnerConfig } from '../../functions/authorize-owner/config.ts';
import { configSchema as checkSyncAgeConfig } from '../../functions/check-sync-age/config.ts';
import { configSchema as consoleConfig } from '../../functions/console/config.ts';
import { configSchema as erasePersonalDataConfig } from '../../functions/erase-personal-data/config.ts';
import { configSchema as ingestUploadConfig } from '../../functions/ingest-upload/config.ts';
import { configSchema as mailOwnersConfig } from '../../functions/mail-owners/config.ts';
import { configSchema as managePersonalDataConfig } from '../../functions/manage-personal-data/config.ts';
import { configSchema as manageUsageConfig } from '../../functions/manage-usage/config.ts';
import { configSchema as readUsageConfig } from '../../functions/read-usage/config.ts';
import { configSchema as syncConfig } from '../../functions/sync/config.ts';
import { configSchema as syncNowConfig } from '../../functions/sync-now/config.ts';
import { configSchema as writeDownloadConfig } from '../../functions/write-download/config.ts';
import {
  type SynthesizedResource,
  synthesizeFully,
  WITHOUT_RULES_OF_CDK,
} from '../support/synthesized-template.ts';

const stack = synthesizeFully({ ...WITHOUT_RULES_OF_CDK, noticeEmail: 'owners@example.com' });

/** CDK's own, which sets the bucket's notifications at deployment. */
const NOTIFICATION_HANDLER = /^BucketNotificationsHandler/;

const functions = stack
  .resources('AWS::Lambda::Function')
  .filter(({ logicalId }) => !NOTIFICATION_HANDLER.test(logicalId));

function functionOf(name: string): SynthesizedResource {
  const found = functions.find(({ logicalId }) => logicalId.startsWith(`${name}Function`));
  if (found === undefined) throw new Error(`no function ${name}`);
  return found;
}

const environmentSchema = z.object({
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }),
});

/** As the function sees it; a reference becomes something of the form that AWS puts there. */
function environmentOf(name: string): Record<string, string> {
  const { Variables } = environmentSchema.parse(functionOf(name).properties).Environment;
  const deployed = (value: string): string =>
    value === '<IngestQueue>' ? 'https://sqs.eu-west-1.amazonaws.com/111122223333/queue' : value;
  return Object.fromEntries(Object.entries(Variables).map(([key, value]) => [key, deployed(value)]));
}

const CONFIGS = [
  { name: 'AuthorizeOwner', schema: authorizeOwnerConfig },
  { name: 'IngestUpload', schema: ingestUploadConfig },
  { name: 'ReadUsage', schema: readUsageConfig },
  { name: 'MailOwners', schema: mailOwnersConfig },
  { name: 'ManagePersonalData', schema: managePersonalDataConfig },
  { name: 'ErasePersonalData', schema: erasePersonalDataConfig },
  { name: 'ManageUsage', schema: manageUsageConfig },
  { name: 'Sync', schema: syncConfig },
  { name: 'SyncNow', schema: syncNowConfig },
  { name: 'CheckSyncAge', schema: checkSyncAgeConfig },
  { name: 'WriteDownload', schema: writeDownloadConfig },
  { name: 'Console', schema: consoleConfig },
];

test('there are the functions this file knows, and no other', () => {
  expect(functions.map(({ logicalId }) => logicalId.replace(/Function[0-9A-F]{8}$/, '')).sort()).toEqual(
    CONFIGS.map(({ name }) => name).sort(),
  );
});

describe.each(CONFIGS)('$name', ({ name, schema }) => {
  const { properties, raw } = functionOf(name);

  test('runs on Node 24 on arm64, traced, with JSON logs', () => {
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogFormat: 'JSON', LogGroup: `<${name}Logs>` },
    });
  });

  test('has an environment that its own configuration schema takes', () => {
    expect(() => schema.parse(environmentOf(name))).not.toThrow();
  });

  test('has every variable of its configuration, those of its process, and none that nobody reads', () => {
    const read = [...Object.keys(schema.shape), ...Object.keys(PROCESS_VARIABLES)];
    expect(Object.keys(environmentOf(name)).sort()).toEqual(read.sort());
    expect(environmentOf(name)).toMatchObject(PROCESS_VARIABLES);
  });

  test('is a bundle that loads by itself, with no environment, and exports the handler', () => {
    const { S3Key } = z.object({ Code: z.object({ S3Key: z.string() }) }).parse(raw).Code;
    const bundle = join(stack.assembly, `asset.${S3Key.replace(/\.zip$/, '')}`, 'index.mjs');
    const script = 'console.log(typeof (await import(process.argv[1])).handler)';
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script, bundle], {
      env: {},
      encoding: 'utf8',
    });
    expect(properties.Handler).toBe('index.handler');
    expect(output.trim()).toBe('function');
  });
});

test('ingest-upload starts with the defaults of its configuration', () => {
  expect(ingestUploadConfig.parse(environmentOf('IngestUpload'))).toMatchObject({
    HOLD_MAX_REMOVED_SHARE: 0.3,
    HOLD_MAX_REMOVED_ACCOUNTS: 20,
    MAX_UPLOAD_BYTES: 2 * 1024 ** 3,
    SEAT_SHARES: [80, 90, 100],
  });
});

test('sync starts with the defaults of its configuration, for the enterprise given', () => {
  expect(syncConfig.parse(environmentOf('Sync'))).toEqual({
    BUCKET_NAME: '<UsageBucket>',
    TABLE_NAME: '<LedgerTable>',
    CONNECTIONS_SECRET_ID: '<ConnectionsSecret>',
    ENTERPRISE_SLUG: 'acme',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_API_VERSION: '2022-11-28',
    HOLD_MAX_REMOVED_SHARE: 0.3,
    HOLD_MAX_REMOVED_ACCOUNTS: 20,
    EVENT_BUS_NAME: 'default',
    SEAT_SHARES: [80, 90, 100],
  });
});
