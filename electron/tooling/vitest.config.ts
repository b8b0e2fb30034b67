import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../..');
const rooms = '{main,renderer,electron}/**';

/**
 * The extension picks the environment: `.test.ts` runs in plain Node, `.test.tsx` in a page,
 * `.integration.test.ts` alone and with time for a real broker and a real streaming job.
 */
export default defineConfig({
  root,
  plugins: [react()],
  test: {
    // The contrast tests read the style sheet itself.
    css: true,
    // Of two cores vitest would leave one idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: [`${rooms}/*.test.ts`],
          exclude: [`${rooms}/*.integration.test.ts`],
          // These share no state but what they put back; DuckDB and schemas are loaded once.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: ['renderer/**/*.test.tsx'],
          setupFiles: ['renderer/src/fixtures/act-environment.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          environment: 'node',
          include: [`${rooms}/*.integration.test.ts`],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
