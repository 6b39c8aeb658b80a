import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { configSchema } from '../../functions/manage-personal-data/config.ts';
import { type FunctionDefaults, UsageFunction } from './usage-function.ts';

export interface ManagePersonalDataProps extends FunctionDefaults {
  readonly uploadsExpireAfter: Duration;
}

/** Finds what is stored about an address, and takes orders to erase it. */
export class ManagePersonalData extends UsageFunction<typeof configSchema> {
  constructor(scope: Construct, id: string, props: ManagePersonalDataProps) {
    const { uploadsExpireAfter, logRetention, removalPolicy } = props;
    super(scope, id, {
      logRetention,
      removalPolicy,
      folder: 'manage-personal-data',
      description: 'Finds what is stored about an email address, and takes orders to erase it.',
      configSchema,
      settings: { UPLOADS_EXPIRE_AFTER_DAYS: uploadsExpireAfter.toDays() },
      // One vCPU: it unpacks and reads text without a pause.
      memorySize: 1769,
      // No longer than HTTP APIs wait for an answer.
      timeout: Duration.seconds(29),
    });
  }
}
