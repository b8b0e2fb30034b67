#!/usr/bin/env node
// `npm test`: setup, then every stage of tests; its last line counts all tests.
import { checkNode } from './setup/node-version.mjs';

async function test() {
  const { tellProblem } = await import('./setup/problem.mjs');
  const { watchInterruption } = await import('./setup/interruption.mjs');
  const { testArguments } = await import('./test/test-arguments.mjs');
  const { countLine } = await import('./test/test-counts.mjs');
  const { testStages } = await import('./test/stages.mjs');
  const { runTests } = await import('./test/run-tests.mjs');
  const { signal, stopWatching } = watchInterruption('npm test');
  try {
    const names = testStages({ root: '', results: '', maven: '' }).map(({ name }) => name);
    const asked = testArguments(process.argv.slice(2), names);
    if (asked.kind === 'list') {
      console.log(names.join('\n'));
      return;
    }
    const total = await runTests({ only: asked.only, signal });
    console.log(countLine(total));
    process.exitCode = total.failed > 0 ? 1 : 0;
  } catch (thrown) {
    process.exitCode = tellProblem(thrown);
  } finally {
    stopWatching();
  }
}

if (checkNode()) test();
