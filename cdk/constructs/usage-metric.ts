import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  METRIC_NAMESPACE,
  type MetricDimensions,
  type MetricName,
} from '../../shared/runtime/metric-names.ts';

interface MetricReading {
  readonly statistic: 'Sum' | 'Maximum' | 'SampleCount';
  readonly period: Duration;
}

const SUM: MetricReading = { statistic: 'Sum', period: Duration.minutes(5) };

/** A metric as the function of this name counts it, with a value for each of its dimensions. */
export function usageMetric<Name extends MetricName>(
  functionName: string,
  metricName: Name,
  dimensions: MetricDimensions<Name>,
  reading: MetricReading = SUM,
): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    dimensionsMap: { service: functionName, ...dimensions },
    ...reading,
  });
}
