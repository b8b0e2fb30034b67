#!/usr/bin/env node
// `npm run test:chaos`: the setup, then the pipeline under kills; `--long` for two packs, eighty
// thousand events and a clock that moves, which takes ten minutes and libfaketime.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode } from '../setup/node-version.mjs';

const usage = 'Usage: npm run test:chaos [-- --long] [--seed <number>]';

/** What the tests read from their environment; `seed` undefined: one of their own choice. */
function chaosEnvironment(args) {
  const options = { long: { type: 'boolean' }, seed: { type: 'string' } };
  const { values } = parseArgs({ args, options });
  if (values.seed !== undefined && !/^\d{1,9}$/.test(values.seed)) throw new Error(usage);
  return {
    DELTADESK_CHAOS: values.long ? 'long' : 'short',
    ...(values.seed === undefined ? {} : { DELTADESK_CHAOS_SEED: values.seed }),
  };
}

async function chaos() {
  const { tellProblem } = await import('../setup/problem.mjs');
  const { watchInterruption } = await import('../setup/interruption.mjs');
  const { checkout } = await import('../setup/places.mjs');
  const { runSetup } = await import('../setup/run-setup.mjs');
  const { independentReaderEnvironment } = await import('./independent-reader.mjs');
  let environment;
  try {
    environment = chaosEnvironment(process.argv.slice(2));
  } catch {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const { signal, stopWatching } = watchInterruption('npm run test:chaos');
  try {
    const { tools } = await runSetup({ root: checkout, signal });
    const { status } = spawnSync(
      process.execPath,
      [
        join(checkout, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--config=electron/tooling/vitest.config.ts',
        '--project=integration',
        'electron/tooling/chaos',
      ],
      {
        cwd: checkout,
        stdio: 'inherit',
        env: {
          ...process.env,
          ...(tools.javaHome ? { JAVA_HOME: tools.javaHome } : {}),
          ...independentReaderEnvironment(checkout),
          ...environment,
        },
      },
    );
    process.exitCode = status ?? 1;
  } catch (thrown) {
    process.exitCode = tellProblem(thrown);
  } finally {
    stopWatching();
  }
}

if (checkNode()) chaos();
