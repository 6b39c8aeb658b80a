import { expect, it } from 'vitest';
import { METRIC_NAMESPACE } from '../../../shared/runtime/metric-names.ts';
import { createMetrics } from '../../../shared/runtime/metrics.ts';
import { captureOutput } from '../../support/captured-output.ts';

it('writes each count at once, under its own dimensions', () => {
  const output = captureOutput();
  const count = createMetrics('ingest-upload');
  count('UploadsRejected', 1, { reason: 'unknown-format' });
  count('LicensesConsumed', 42, {});
  expect(output.lines()).toMatchObject([
    {
      _aws: {
        CloudWatchMetrics: [
          {
            Namespace: METRIC_NAMESPACE,
            Dimensions: [['service', 'reason']],
            Metrics: [{ Name: 'UploadsRejected', Unit: 'Count' }],
          },
        ],
      },
      service: 'ingest-upload',
      reason: 'unknown-format',
      UploadsRejected: 1,
    },
    {
      _aws: { CloudWatchMetrics: [{ Dimensions: [['service']], Metrics: [{ Name: 'LicensesConsumed' }] }] },
      LicensesConsumed: 42,
    },
  ]);
});
