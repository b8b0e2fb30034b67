import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runChild } from './run-child.mjs';

/** npm's own script: the one that runs us, else the one that came with this Node. */
function npmScript() {
  const here = dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    join(here, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(here, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  return places.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
}

/** Runs npm as `runChild` does; through Node itself where possible, so that no shell is between. */
export function runNpm(args, options) {
  const script = npmScript();
  if (script !== undefined) return runChild(process.execPath, [script, ...args], options);
  return runChild('npm', args, { ...options, shell: process.platform === 'win32' });
}
