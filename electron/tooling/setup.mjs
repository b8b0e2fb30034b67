#!/usr/bin/env node
// `npm run setup`: brings a fresh clone to where it can be started.
import { checkNode } from './setup/node-version.mjs';

async function setUp() {
  const { tellProblem } = await import('./setup/problem.mjs');
  const { runSetup } = await import('./setup/run-setup.mjs');
  const { watchInterruption } = await import('./setup/interruption.mjs');
  const { durationText } = await import('./setup/progress.mjs');
  const beginMs = Date.now();
  const { signal, stopWatching } = watchInterruption('npm run setup');
  try {
    const { stepCount } = await runSetup({ signal });
    const duration = durationText(Date.now() - beginMs);
    console.log(
      stepCount === 0
        ? `Everything is in place (looked for ${duration}).`
        : `Ready after ${duration}. Start with: npm start`,
    );
  } catch (thrown) {
    process.exitCode = tellProblem(thrown);
  } finally {
    stopWatching();
  }
}

if (process.argv.length > 2) {
  console.error('Usage: npm run setup   (it takes no arguments)');
  process.exitCode = process.argv.includes('--help') ? 0 : 2;
} else if (checkNode()) setUp();
