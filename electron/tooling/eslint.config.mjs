import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importRule } from './lint/import-rule.mjs';

const scripts = '**/*.mjs';
const typed = ['**/*.ts', '**/*.tsx'];

/** Errors only. Layout is prettier's, sizes and directions are ours, the rest is common practice. */
export default defineConfig([
  globalIgnores(['out/', 'spark/', 'dist/', 'electron/tooling/desktop-runtime/']),
  {
    files: [scripts, ...typed],
    extends: [tseslint.configs.recommended],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { deltadesk: { rules: { 'import-table': importRule } } },
    rules: {
      'deltadesk/import-table': 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: false, skipComments: false }],
      'max-depth': ['error', 3],
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
    },
  },
  {
    // These speak to a person through the terminal.
    files: ['main/hosts/**', 'electron/tooling/**'],
    rules: { 'no-console': 'off' },
  },
]);
