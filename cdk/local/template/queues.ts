import * as z from 'zod';
import { arnSchema, numeric, policyDocument, readResources, withoutLocalEffect } from './properties.ts';
import type { Resolver } from './resolver.ts';
import type { Template } from './template.ts';

const queueProperties = z.strictObject({
  QueueName: z.string().optional(),
  DelaySeconds: numeric.optional(),
  MaximumMessageSize: numeric.optional(),
  MessageRetentionPeriod: numeric.optional(),
  ReceiveMessageWaitTimeSeconds: numeric.optional(),
  VisibilityTimeout: numeric.optional(),
  RedrivePolicy: z.strictObject({ deadLetterTargetArn: arnSchema, maxReceiveCount: numeric }).optional(),
  SqsManagedSseEnabled: withoutLocalEffect,
  KmsMasterKeyId: withoutLocalEffect,
  Tags: withoutLocalEffect,
});

const queuePolicyProperties = z.strictObject({ PolicyDocument: policyDocument, Queues: z.array(z.string()) });

export interface QueueDefinition {
  readonly name: string;
  readonly url: string;
  readonly arn: string;
  /** As SQS takes them when a queue is created. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly policies: readonly Readonly<Record<string, unknown>>[];
}

export function readQueues(template: Template, resolver: Resolver): QueueDefinition[] {
  const policies = readResources(template, resolver, queuePolicyProperties, 'AWS::SQS::QueuePolicy').map(
    ([, policy]) => policy,
  );
  return readResources(template, resolver, queueProperties, 'AWS::SQS::Queue').map(
    ([logicalId, properties]) => {
      const { ref: url, attributes } = resolver.identity(logicalId);
      return {
        name: attributes.QueueName ?? logicalId,
        url,
        arn: attributes.Arn ?? '',
        attributes: queueAttributes(properties),
        policies: policies
          .filter(({ Queues }) => Queues.includes(url))
          .map(({ PolicyDocument }) => PolicyDocument),
      };
    },
  );
}

function queueAttributes(properties: z.output<typeof queueProperties>): Record<string, string> {
  const { DelaySeconds, MaximumMessageSize, MessageRetentionPeriod, RedrivePolicy } = properties;
  const { ReceiveMessageWaitTimeSeconds, VisibilityTimeout } = properties;
  const given = Object.entries({
    DelaySeconds,
    MaximumMessageSize,
    MessageRetentionPeriod,
    ReceiveMessageWaitTimeSeconds,
    VisibilityTimeout,
    RedrivePolicy: RedrivePolicy && JSON.stringify(RedrivePolicy),
  }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
