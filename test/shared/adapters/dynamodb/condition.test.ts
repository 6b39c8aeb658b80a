import { ConditionalCheckFailedException, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { conditionHeld, unlessConditionFailed } from '../../../../shared/adapters/dynamodb/condition.ts';

const conditionFailed = () =>
  new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
const tableMissing = () => new ResourceNotFoundException({ message: 'no such table', $metadata: {} });

it('tells a condition that held from one that did not', async () => {
  expect(await conditionHeld(Promise.resolve({}))).toBe(true);
  expect(await conditionHeld(Promise.reject(conditionFailed()))).toBe(false);
});

it('gives the result of a write whose condition held, else null', async () => {
  expect(await unlessConditionFailed(Promise.resolve('result'))).toBe('result');
  expect(await unlessConditionFailed(Promise.reject(conditionFailed()))).toBeNull();
});

it('takes no other failure for a failed condition', async () => {
  await expect(conditionHeld(Promise.reject(tableMissing()))).rejects.toThrow('no such table');
  await expect(unlessConditionFailed(Promise.reject(tableMissing()))).rejects.toThrow('no such table');
});
