import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout, places } from '../setup/places.mjs';
import { durationText } from '../setup/progress.mjs';
import { endLeftovers, markedProcesses } from './leftovers.mjs';
import { prepareStages } from './prepare.mjs';
import { runStage } from './run-stage.mjs';
import { testStages } from './stages.mjs';
import { countLine } from './test-counts.mjs';

const oneFailed = { passed: 0, failed: 1, skipped: 0 };
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
    ...(tools.javaHome ? { JAVA_HOME: tools.javaHome } : {}),
    TMPDIR: temporaryFolder,
    // A test's JVM lives for seconds: what the second compiler costs its start, it never earns back.
    JDK_JAVA_OPTIONS: `${process.env.JDK_JAVA_OPTIONS ?? ''} -XX:TieredStopAtLevel=1`.trim(),
    // Some tools colour their output for any CI, although nobody sees it on a terminal.
    ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
  };
  return { marker, temporaryFolder, environment };
}

/** Prints what a stage left alive; each such stage adds one failed test. */
function reportLeftovers(stage, alive) {
  console.log(`Left alive by ${stage.name}:`);
  for (const { pid, command } of alive) console.log(`  ${pid} ${command.slice(0, 200)}`);
  return oneFailed;
}

/** One stage and what it left behind; its counts and its line of the summary are printed. */
async function runAndCount(stage, title, problem, context) {
  const beginMs = Date.now();
  console.log(`\n── ${title}`);
  if (problem !== null) console.log(problem);
  const counts = problem === null ? await runStage(stage, context) : oneFailed;
  const alive = await endLeftovers(context.marker, context.spared);
  context.signal.throwIfAborted();
  const all = alive.length > 0 ? add(counts, reportLeftovers(stage, alive)) : counts;
  const duration = durationText(Date.now() - beginMs);
  console.log(`── ${stage.name}: ${countLine(all)}, in ${duration}`);
  const line = `${stage.name.padEnd(12)} ${duration.padStart(12)}   ${countLine(all)}`;
  return { counts: all, line };
}

/**
 * Runs the stages named in `only` (null: all) after the setup they need, each to its end whatever
 * the others did, and returns the counts of all tests. Fails with the reason when `signal` aborts.
 */
export async function runTests({ only, signal, root = checkout }) {
  const results = places(root).testResults;
  const isWanted = ({ name }) => only === null || only.includes(name);
  const plan = (maven) => testStages({ root, results, maven }).filter(isWanted);
  const { tools, failed, problem } = await prepareStages(plan(''), { root, signal });
  const { marker, temporaryFolder, environment } = createRunEnvironment(tools);
  const spared = markedProcesses(marker).map(({ pid }) => pid);
  const context = { root, environment, signal, marker, spared };
  const stages = plan(tools.maven ?? '');
  const summary = [];
  let total = { passed: 0, failed, skipped: 0 };
  try {
    for (const [index, stage] of stages.entries()) {
      const title = `${stage.name} (${index + 1} of ${stages.length})`;
      const { counts, line } = await runAndCount(stage, title, problem(stage), context);
      summary.push(line);
      total = add(total, counts);
    }
  } finally {
    rmSync(temporaryFolder, { recursive: true, force: true, maxRetries: 3 });
  }
  console.log(`\n${[...summary, ...(failed ? ['setup: 1 failed'] : [])].join('\n')}\n`);
  return total;
}
