import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Engines such as DynamoDB Local and a bundling synth start once per file, on machines with two cores.
    hookTimeout: 120_000,
    testTimeout: 120_000,
    maxWorkers: 2,
    reporters: ['default', 'json'],
    outputFile: { json: '.test-results/vitest.json' },
    env: { AWS_REGION: 'us-east-1' },
  },
});
