import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'tests/global-setup.ts',
    include: ['tests/**/*.test.ts', 'infra-tests/**/*.test.ts'],
    // Two files at a time: most of them talk to a Redis, a DynamoDB Local or a whole local cloud of their own.
    maxWorkers: 2,
    // A busy machine takes longer than the second that is the default.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
