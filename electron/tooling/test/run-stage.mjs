import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { endWithSignal } from '../setup/run-child.mjs';
import { hasDisplay, startDisplay } from './display.mjs';
import { electronEnvironment } from './electron-runtime.mjs';
import { independentReaderEnvironment } from './independent-reader.mjs';
import { stageCounts } from './test-counts.mjs';

// A stage that hangs must not keep the others, and the count, from being seen.
const stageDeadlineMs = 20 * 60_000;

/** Runs one program with its output on our terminal; true when it ended with exit code 0. */
function runCommand([command, args], { root, environment, signal }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    endWithSignal(child, signal);
    child.once('error', (error) => {
      console.log(`${command}: ${error.message}`);
      resolve(false);
    });
    child.once('close', (exitCode) => resolve(exitCode === 0));
  });
}

/** All commands of a stage, also after one failed; true when every one passed. */
async function runCommands(stage, context) {
  let hasPassed = true;
  for (const command of stage.commands) {
    if (context.signal.aborted) return false;
    hasPassed = (await runCommand(command, context)) && hasPassed;
  }
  return hasPassed;
}

/**
 * Runs one stage and returns its counts. A tool that is missing fails the stage with one sentence;
 * nothing is thrown.
 */
export async function runStage(stage, context) {
  if (stage.report) {
    rmSync(stage.report, { recursive: true, force: true });
    mkdirSync(dirname(stage.report), { recursive: true });
  }
  let screen = null;
  try {
    const environment = { ...context.environment, ...stage.environment };
    if (stage.needsElectron) Object.assign(environment, electronEnvironment(context.root));
    if (stage.needsIndependentReader) {
      Object.assign(environment, independentReaderEnvironment(context.root));
    }
    if (stage.needsDisplay && !hasDisplay()) {
      screen = await startDisplay();
      environment.DISPLAY = screen.display;
    }
    const deadline = AbortSignal.timeout(stageDeadlineMs);
    const signal = AbortSignal.any([context.signal, deadline]);
    const hasPassed = await runCommands(stage, { ...context, environment, signal });
    if (deadline.aborted) console.log(`Ended after ${stageDeadlineMs / 60_000} min: it hung.`);
    return stageCounts(stage, hasPassed);
  } catch (error) {
    console.log(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    await screen?.stop();
  }
}
