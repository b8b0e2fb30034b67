#!/usr/bin/env node
// The command `deltadesk`: runs the built command line with the arguments given.
import { existsSync } from 'node:fs';
import { checkNode } from './setup/node-version.mjs';
import { places } from './setup/places.mjs';
import { runProgram } from './setup/run-program.mjs';

const { commandLine, root } = places();

if (checkNode()) {
  if (existsSync(commandLine)) {
    runProgram(commandLine, process.argv.slice(2)).then((exitCode) => {
      process.exitCode = exitCode;
    });
  } else {
    console.error('Deltadesk is not built yet.');
    console.error(`Run \`npm run setup\` in ${root}, then run the same command again.`);
    process.exitCode = 1;
  }
}
