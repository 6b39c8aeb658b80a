import * as z from 'zod';
import { bucketArn } from './account.ts';
import { arnSchema, numeric, policyDocument, readResources, withoutLocalEffect } from './properties.ts';
import type { Resolver } from './resolver.ts';
import type { Template } from './template.ts';

const corsRule = z.strictObject({
  Id: withoutLocalEffect,
  /** Without wildcards. */
  AllowedOrigins: z.array(z.url()),
  AllowedMethods: z.array(z.string()),
  /** In lower case, without wildcards. */
  AllowedHeaders: z.array(z.string().regex(/^[a-z-]+$/)).default([]),
  MaxAge: numeric.optional(),
});

const bucketProperties = z.strictObject({
  BucketName: z.string().optional(),
  CorsConfiguration: z.strictObject({ CorsRules: z.array(corsRule) }).default({ CorsRules: [] }),
  BucketEncryption: withoutLocalEffect,
  PublicAccessBlockConfiguration: withoutLocalEffect,
  OwnershipControls: withoutLocalEffect,
  // Nothing expires and no older version is kept here.
  LifecycleConfiguration: withoutLocalEffect,
  VersioningConfiguration: withoutLocalEffect,
  Tags: withoutLocalEffect,
});

const bucketPolicyProperties = z.strictObject({ Bucket: z.string(), PolicyDocument: policyDocument });

const notificationProperties = z.strictObject({
  ServiceToken: z.string(),
  BucketName: z.string(),
  Managed: z.union([z.literal(true), z.literal('true')]),
  SkipDestinationValidation: withoutLocalEffect,
  NotificationConfiguration: z.strictObject({
    QueueConfigurations: z.array(
      z.strictObject({
        Id: withoutLocalEffect,
        Events: z.array(z.string().startsWith('s3:')),
        QueueArn: arnSchema,
        Filter: z
          .strictObject({
            Key: z.strictObject({
              FilterRules: z.array(z.strictObject({ Name: z.enum(['prefix', 'suffix']), Value: z.string() })),
            }),
          })
          .optional(),
      }),
    ),
  }),
});

/** What pages of other origins may do with a bucket. */
export interface CorsRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  /** In lower case. */
  readonly headers: readonly string[];
  /** How long a browser may remember it. */
  readonly maxAgeSeconds: number | null;
}

export interface BucketDefinition {
  readonly name: string;
  readonly arn: string;
  readonly corsRules: readonly CorsRule[];
  readonly policies: readonly Readonly<Record<string, unknown>>[];
}

/** Which events of a bucket go to which queue. */
export interface NotificationDefinition {
  readonly bucket: string;
  readonly queueArn: string;
  /** Such as `s3:ObjectCreated:*`. */
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
}

export function readBuckets(template: Template, resolver: Resolver): BucketDefinition[] {
  const policies = readResources(template, resolver, bucketPolicyProperties, 'AWS::S3::BucketPolicy').map(
    ([, policy]) => policy,
  );
  return readResources(template, resolver, bucketProperties, 'AWS::S3::Bucket').map(
    ([logicalId, properties]) => {
      const name = resolver.identity(logicalId).ref;
      return {
        name,
        arn: bucketArn(name),
        corsRules: properties.CorsConfiguration.CorsRules.map((rule) => ({
          origins: rule.AllowedOrigins,
          methods: rule.AllowedMethods,
          headers: rule.AllowedHeaders,
          maxAgeSeconds: rule.MaxAge ?? null,
        })),
        policies: policies
          .filter(({ Bucket }) => Bucket === name)
          .map(({ PolicyDocument }) => PolicyDocument),
      };
    },
  );
}

export function readNotifications(template: Template, resolver: Resolver): NotificationDefinition[] {
  const resources = readResources(
    template,
    resolver,
    notificationProperties,
    'Custom::S3BucketNotifications',
  );
  return resources.flatMap(([, { BucketName, NotificationConfiguration }]) =>
    NotificationConfiguration.QueueConfigurations.map(({ Events, Filter, QueueArn }) => {
      const rules = new Map(Filter?.Key.FilterRules.map(({ Name, Value }) => [Name, Value]));
      return {
        bucket: BucketName,
        queueArn: QueueArn,
        events: Events,
        prefix: rules.get('prefix') ?? '',
        suffix: rules.get('suffix') ?? '',
      };
    }),
  );
}
