import { join } from 'node:path';
import { filesBelow } from '../setup/stamps.mjs';
import { playwrightCounts, surefireCounts, tapCounts, vitestCounts } from './test-counts.mjs';

const everything = ['npm', 'jars-broker', 'jars-spark', 'job-jar', 'app'];
const tool = (root, path) => join(root, 'node_modules', ...path.split('/'));

/** A program of an npm package, run by this very Node. */
const node = (root, path, ...args) => [process.execPath, [tool(root, path), ...args]];

/**
 * What `npm test` runs, in this order. `commands` run one after the other; `counts` reads the
 * stage's machine-readable report, null when the stage counts as one test that passes or fails.
 * `report` is removed before the stage, so that an old one is never counted. `needs` names the steps
 * of the setup that must be done before, and `maven`.
 */
export function testStages({ root, results, maven }) {
  const report = (name) => join(results, name);
  const vitest = (name, needs, ...projects) => ({
    name,
    needs,
    report: report(`${name}.json`),
    commands: [
      node(
        root,
        'vitest/vitest.mjs',
        'run',
        '--config=electron/tooling/vitest.config.ts',
        ...projects.map((project) => `--project=${project}`),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report(`${name}.json`)}`,
      ),
    ],
    counts: vitestCounts,
  });
  return [
    {
      name: 'format',
      needs: ['npm'],
      commands: [node(root, 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
    },
    {
      name: 'lint',
      needs: ['npm'],
      commands: [
        node(root, 'eslint/bin/eslint.js', '--config=electron/tooling/eslint.config.mjs', '.'),
        [process.execPath, [join(root, 'electron/tooling/check-pack-names.mjs')]],
      ],
    },
    { name: 'types', needs: ['npm'], commands: [node(root, 'typescript/bin/tsc', '--build')] },
    {
      name: 'tooling',
      needs: ['maven'],
      report: report('tooling.tap'),
      commands: [
        [
          process.execPath,
          [
            '--test',
            '--test-reporter=spec',
            '--test-reporter-destination=stdout',
            '--test-reporter=tap',
            `--test-reporter-destination=${report('tooling.tap')}`,
            ...filesBelow(join(root, 'electron/tooling')).filter((file) =>
              /\.test\.mjs$/.test(file),
            ),
          ],
        ],
      ],
      counts: tapCounts,
    },
    vitest('unit', ['npm'], 'unit', 'page'),
    {
      name: 'java',
      needs: ['maven'],
      report: join(root, 'spark/target/surefire-reports'),
      commands: [[maven, ['-B', '-ntp', '-f', 'spark/pom.xml', 'test']]],
      counts: surefireCounts,
    },
    // Short form of `npm run test:chaos` included.
    { ...vitest('integration', everything, 'integration'), needsIndependentReader: true },
    {
      name: 'e2e',
      needs: [...everything, 'sample'],
      report: report('e2e.json'),
      needsDisplay: true,
      needsElectron: true,
      environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('e2e.json') },
      commands: [
        node(
          root,
          '@playwright/test/cli.js',
          'test',
          '--config=electron/tooling/playwright.config.ts',
          '--reporter=list,json',
        ),
      ],
      counts: playwrightCounts,
    },
  ];
}
