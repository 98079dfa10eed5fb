import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    passWithNoTests: false,
    // All of them: by default one is left to an editor.
    maxWorkers: '100%',
    // Making RSA keys takes its time on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
