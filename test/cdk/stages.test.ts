import { describe, expect, test } from 'vitest';
import { STAGE_SETTINGS, STAGES, stageFrom } from '../../cdk/stages.ts';

describe('the stage', () => {
  test('is dev when the context names none', () => {
    expect(stageFrom(undefined)).toBe('dev');
  });

  test.each(STAGES)('is %s when the context says so', (stage) => {
    expect(stageFrom(stage)).toBe(stage);
  });

  test.each(['', 'production', 'PROD', 1, null])('%j is refused with what to give instead', (context) => {
    expect(() => stageFrom(context)).toThrow(/-c stage=dev or -c stage=prod/);
  });
});

test('only prod is guarded against deletion', () => {
  expect(STAGES.filter((stage) => STAGE_SETTINGS[stage].deletionProtection)).toEqual(['prod']);
});
