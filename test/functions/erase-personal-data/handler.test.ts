import { expect, it, vi } from 'vitest';
import { handler } from '../../../functions/erase-personal-data/handler.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { LAMBDA_CONTEXT } from '../../support/lambda-context.ts';

it('is exported with its middleware, and tells no address when it fails', async () => {
  for (const name of ['BUCKET_NAME', 'TABLE_NAME']) vi.stubEnv(name, undefined);
  const output = captureOutput();
  const event = { erasure_id: '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB', email: 'mona@example.com' };
  await expect(handler(event, LAMBDA_CONTEXT)).rejects.toThrow('BUCKET_NAME (missing), TABLE_NAME (missing)');
  expect(output.lines()).toMatchObject([{ service: 'erase-personal-data', outcome: 'failed' }]);
  expect(output.text()).not.toContain('mona');
});
