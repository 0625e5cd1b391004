import { defineConfig } from 'vitest/config';

/** Files that the check leaves for another day, by commas; test/run.mjs says which. */
const leftOut = (process.env['BLAST_RADIUS_LEFT_OUT'] ?? '').split(',').filter(Boolean);

// Vitest asks for a default export.
export default defineConfig({
  test: {
    projects: [
      {
        extends: './vite.config.ts',
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/browser/**', ...leftOut],
          testTimeout: 60_000,
          // Left alone it keeps a core for watching, of the two there may be.
          maxWorkers: 2,
          // Files of a worker share what they import: the compiled simulator, sound worlds, pages.
          isolate: false,
        },
      },
      {
        extends: './vite.config.ts',
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          exclude: leftOut,
          globalSetup: ['test/browser/support/globalSetup.ts'],
          setupFiles: ['test/browser/support/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Two cores: one page at a time keeps software rendering honest.
          fileParallelism: false,
          // What drives the browser is loaded once for all files.
          isolate: false,
        },
      },
    ],
  },
});
