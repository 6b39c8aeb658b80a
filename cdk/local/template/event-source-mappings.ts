import * as z from 'zod';
import { arnSchema, numeric, readResources, withoutLocalEffect } from './properties.ts';
import type { Resolver } from './resolver.ts';
import type { Template } from './template.ts';

/** Lambda's default for queues. */
const DEFAULT_BATCH_SIZE = 10;

const mappingProperties = z.strictObject({
  EventSourceArn: arnSchema,
  FunctionName: z.string(),
  /** SQS hands over at most 10 in one receive; larger batches are not needed here. */
  BatchSize: numeric.pipe(z.int().min(1).max(10)).default(DEFAULT_BATCH_SIZE),
  MaximumBatchingWindowInSeconds: numeric.default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.strictObject({ MaximumConcurrency: numeric }).optional(),
  Enabled: z.literal(true).optional(),
  Tags: withoutLocalEffect,
});

/** A queue that feeds a function. */
export interface EventSourceMappingDefinition {
  readonly queueArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly batchingWindowMs: number;
  readonly reportsBatchItemFailures: boolean;
  readonly maximumConcurrency: number | null;
}

export function readEventSourceMappings(
  template: Template,
  resolver: Resolver,
): EventSourceMappingDefinition[] {
  const mappings = readResources(template, resolver, mappingProperties, 'AWS::Lambda::EventSourceMapping');
  return mappings.map(([, properties]) => ({
    queueArn: properties.EventSourceArn,
    functionName: properties.FunctionName,
    batchSize: properties.BatchSize,
    batchingWindowMs: properties.MaximumBatchingWindowInSeconds * 1000,
    reportsBatchItemFailures: properties.FunctionResponseTypes.length > 0,
    maximumConcurrency: properties.ScalingConfig?.MaximumConcurrency ?? null,
  }));
}
