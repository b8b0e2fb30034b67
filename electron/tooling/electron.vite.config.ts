import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = resolve(import.meta.dirname, '../..');
const commandLine = resolve(root, 'main/hosts/deltadesk.ts');

/** Electron brings the first; the second is native; the last two are optional parts of `ws`. */
const external = ['electron', /^@duckdb\//, 'bufferutil', 'utf-8-validate'];

/**
 * One command builds everything: the desktop's main process and the command line (which share
 * their chunks, so the control center is compiled once), the preload script and the page.
 * CommonJS and node16 because the test runtime is Electron 22 (Node 16, no ESM main). Nothing is
 * emptied: `out/` also holds the jars and the type-checker's memory.
 */
export default defineConfig({
  main: {
    root,
    build: {
      outDir: resolve(root, 'out'),
      emptyOutDir: false,
      target: 'node16',
      minify: false,
      externalizeDeps: false,
      rolldownOptions: {
        external,
        input: {
          electron: resolve(root, 'electron/shell/main.ts'),
          ...(existsSync(commandLine) ? { cli: commandLine } : {}),
        },
        output: {
          format: 'cjs',
          entryFileNames: (chunk) =>
            chunk.name === 'electron' ? 'electron/main.cjs' : 'cli/deltadesk.cjs',
          chunkFileNames: 'chunks/[name].cjs',
        },
      },
    },
  },
  preload: {
    root,
    build: {
      outDir: resolve(root, 'out/preload'),
      emptyOutDir: true,
      target: 'node16',
      minify: false,
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: { preload: resolve(root, 'electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome108',
      cssTarget: 'chrome108',
      minify: true,
      // Every asset stays a file: the content security policy allows no inline source.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 900,
      rolldownOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  },
});
