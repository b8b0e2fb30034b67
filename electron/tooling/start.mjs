#!/usr/bin/env node
// `npm start`: what is missing first, then the app itself, which owns the flags and the exit code.
import { checkNode } from './setup/node-version.mjs';

async function start() {
  const { places } = await import('./setup/places.mjs');
  const { tellProblem } = await import('./setup/problem.mjs');
  const { runProgram } = await import('./setup/run-program.mjs');
  const { runSetup } = await import('./setup/run-setup.mjs');
  const { watchInterruption } = await import('./setup/interruption.mjs');
  const { signal, stopWatching } = watchInterruption('npm start');
  try {
    const { tools } = await runSetup({ signal });
    stopWatching();
    // The JDK that was checked, not whatever the app might find first.
    const environment = { ...process.env, JAVA_HOME: tools.javaHome };
    const flags = ['app', ...process.argv.slice(2)];
    process.exitCode = await runProgram(places().commandLine, flags, environment);
  } catch (thrown) {
    process.exitCode = tellProblem(thrown);
  } finally {
    stopWatching();
  }
}

if (checkNode()) start();
