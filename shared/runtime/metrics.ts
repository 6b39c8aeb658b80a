import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { METRIC_NAMESPACE, type MetricDimensions, type MetricName } from './metric-names.ts';

export type CountMetric = <Name extends MetricName>(
  name: Name,
  value: number,
  dimensions: MetricDimensions<Name>,
) => void;

/**
 * Counts as embedded metric lines on standard output. Each is written at once: nothing is left to flush, and two
 * counts of one invocation cannot share dimensions by accident.
 */
export function createMetrics(functionName: string): CountMetric {
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE, serviceName: functionName });
  return (name, value, dimensions) => {
    const single = metrics.singleMetric();
    for (const [dimension, text] of Object.entries<string>(dimensions)) single.addDimension(dimension, text);
    single.addMetric(name, MetricUnit.Count, value);
  };
}
