import { defineConfig } from 'vitest/config';

/** The tests that are to notice a change of the domain or of the authorizer by themselves, and quickly. */
export default defineConfig({
  test: {
    exclude: ['test/shared/domain/findings/large-enterprise-*.test.ts'],
    include: [
      'test/shared/domain/**/*.test.ts',
      'test/shared/merge/**/*.test.ts',
      'test/functions/authorize-owner/**/*.test.ts',
      'test/functions/owners-only.test.ts',
    ],
    // Counting what each test covers makes the largest ones several times slower.
    testTimeout: 60_000,
    env: { AWS_REGION: 'us-east-1' },
  },
});
