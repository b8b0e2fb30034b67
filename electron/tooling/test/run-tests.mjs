import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout, places } from '../setup/places.mjs';
import { durationText } from '../setup/progress.mjs';
import { runSetup } from '../setup/run-setup.mjs';
import { endLeftovers, markedProcesses } from './leftovers.mjs';
import { runStage } from './run-stage.mjs';
import { testStages } from './stages.mjs';
import { countLine } from './test-counts.mjs';

const add = (left, right) => ({
  passed: left.passed + right.passed,
  failed: left.failed + right.failed,
  skipped: left.skipped + right.skipped,
});

/**
 * Environment of one run: a marker that every process started under it inherits, and a temporary
 * folder named after it, for programs that hide their environment but not their arguments.
 */
function createRunEnvironment(tools) {
  const marker = `dd-${randomBytes(5).toString('hex')}`;
  const temporaryFolder = join(tmpdir(), marker);
  mkdirSync(temporaryFolder, { recursive: true });
  const environment = {
    ...process.env,
    DELTADESK_TEST_RUN: marker,
    JAVA_HOME: tools.javaHome,
    TMPDIR: temporaryFolder,
    FORCE_COLOR: process.env.FORCE_COLOR ?? (process.stdout.isTTY ? '1' : '0'),
  };
  return { marker, temporaryFolder, environment };
}

/** Prints what a stage left alive; each such stage adds one failed test. */
function reportLeftovers(stage, alive) {
  console.log(`Left alive by ${stage.name}:`);
  for (const { pid, command } of alive) console.log(`  ${pid} ${command.slice(0, 200)}`);
  return { passed: 0, failed: 1, skipped: 0 };
}

/**
 * Runs the stages named in `only` (null: all) after the setup, each to its end whatever the others
 * did, and returns the counts of all tests. Fails with the reason of the abort when `signal` aborts.
 */
export async function runTests({ only, signal, root = checkout }) {
  const wantsJava = only === null || only.includes('java');
  const { tools } = await runSetup({ root, signal, needsMaven: wantsJava });
  const results = places(root).testResults;
  const { marker, temporaryFolder, environment } = createRunEnvironment(tools);
  const stages = testStages({ root, results, maven: tools.maven });
  const wanted = stages.filter(({ name }) => only === null || only.includes(name));
  const spared = markedProcesses(marker).map(({ pid }) => pid);
  const summary = [];
  let total = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const [index, stage] of wanted.entries()) {
      const beginMs = Date.now();
      console.log(`\n── ${stage.name} (${index + 1} of ${wanted.length})`);
      let counts = await runStage(stage, { root, environment, signal });
      const alive = await endLeftovers(marker, spared);
      signal.throwIfAborted();
      if (alive.length > 0) counts = add(counts, reportLeftovers(stage, alive));
      const duration = durationText(Date.now() - beginMs);
      summary.push(`${stage.name.padEnd(12)} ${duration.padStart(12)}   ${countLine(counts)}`);
      console.log(`── ${stage.name}: ${countLine(counts)}, in ${duration}`);
      total = add(total, counts);
    }
  } finally {
    rmSync(temporaryFolder, { recursive: true, force: true, maxRetries: 3 });
  }
  console.log(`\n${summary.join('\n')}\n`);
  return total;
}
